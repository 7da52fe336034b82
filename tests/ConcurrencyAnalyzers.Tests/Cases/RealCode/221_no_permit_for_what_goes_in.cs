// The nearest wrong one: nothing bounds what goes in.
namespace Cases.R221;

public sealed class Spares(Func<Task<Stream>> open)
{
    private readonly LinkedList<Stream> _streams = new();

    public async Task FillAsync()
    {
        while (true)
        {
            lock (_streams)
            {
                if (_streams.Count >= 5)
                    return;
            }

            var stream = await open();
            lock (_streams)
                _streams.AddFirst(stream); // expect: CHECK_THEN_ACT
        }
    }

    public Stream? Take()
    {
        lock (_streams)
        {
            var first = _streams.First;
            if (first is null)
                return null;
            _streams.RemoveFirst();
            return first.Value;
        }
    }
}
