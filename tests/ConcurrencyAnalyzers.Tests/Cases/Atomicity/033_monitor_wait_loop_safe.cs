// Wait gives the lock back and takes it again; the loop asks again.
namespace Cases.Atomicity.S033;

public sealed class Mailbox
{
    private readonly object _gate = new();
    private readonly Queue<string> _letters = new();

    public void Put(string letter)
    {
        lock (_gate)
        {
            _letters.Enqueue(letter);
            Monitor.Pulse(_gate);
        }
    }

    public string Take()
    {
        lock (_gate)
        {
            while (_letters.Count == 0)
                Monitor.Wait(_gate);
            return _letters.Dequeue();
        }
    }
}
