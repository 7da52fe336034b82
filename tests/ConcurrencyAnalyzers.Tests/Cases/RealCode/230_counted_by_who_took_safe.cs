// The count says whether it is worth looking; who takes something out counts it, whatever the count said.
namespace Cases.R230;

public sealed class Tray
{
    private readonly object _gate = new();
    private readonly Queue<string> _letters = new();
    private long _count;

    public bool HasAny => Length > 0;

    public int Length => (int)Interlocked.Read(ref _count);

    public void Put(string letter)
    {
        lock (_gate)
        {
            _letters.Enqueue(letter);
            Interlocked.Increment(ref _count);
        }
    }

    public string? Take()
    {
        if (!HasAny)
            return null;
        lock (_gate)
        {
            if (_letters.TryDequeue(out var letter))
                Interlocked.Decrement(ref _count);
            return letter;
        }
    }
}
