// Runs the commands that arrive over the telegraph; each code word has a handler in a table. difficulty: hard
namespace Cabinet.C1407;

public sealed class TelegraphOffice
{
    private readonly Dictionary<string, Action<int>> _handlers;
    private readonly CountdownEvent _open = new(1);
    private int _words;
    private int _fees;

    public TelegraphOffice()
    {
        _handlers = new()
        {
            ["SEND"] = words => _words += words, // expect: RACE#1
            ["URGENT"] = words =>
            {
                _words += words; // expect: RACE#1
                Interlocked.Add(ref _fees, 2 * words);
            },
            ["FREE"] = _ => { },
        };
    }

    public (int Words, int Fees) Work(IEnumerable<(string Code, int Words)> orders)
    {
        foreach (var order in orders)
        {
            _open.AddCount();
            ThreadPool.QueueUserWorkItem(_ =>
            {
                try
                {
                    _handlers[order.Code](order.Words);
                }
                finally
                {
                    _open.Signal();
                }
            });
        }
        _open.Signal();
        _open.Wait();
        return (_words, _fees);
    }
}
