// Two locks, each with its own state: the queue under one, the statistics under the other, never mixed. difficulty: medium
namespace Cases.U350;

public sealed class PrinterSpooler
{
    private readonly object _queueLock = new();
    private readonly object _statisticsLock = new();
    private readonly LinkedList<string> _queue = new();
    private readonly Dictionary<string, int> _pagesByUser = [];
    private int _pages;

    public void Enqueue(string document, bool urgent)
    {
        lock (_queueLock)
        {
            if (urgent)
            {
                _queue.AddFirst(document);
            }
            else
            {
                _queue.AddLast(document);
            }
        }
    }

    public void PrintNext(string user, Func<string, int> print)
    {
        string? document;
        lock (_queueLock)
        {
            document = _queue.First?.Value;
            if (document == null)
            {
                return;
            }
            _queue.RemoveFirst();
        }

        int pages = print(document);
        lock (_statisticsLock)
        {
            _pages += pages;
            _pagesByUser[user] = _pagesByUser.GetValueOrDefault(user) + pages;
        }
    }

    public (int Pages, int Users) Statistics()
    {
        lock (_statisticsLock)
        {
            return (_pages, _pagesByUser.Count);
        }
    }
}
