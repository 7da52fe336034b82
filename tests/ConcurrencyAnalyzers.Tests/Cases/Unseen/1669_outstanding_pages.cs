// A crawl follows links; when no page is outstanding any more, its report is completed. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U1669;

public sealed class Outstanding(Action whenNone)
{
    private int _count;

    public void Enter() => Interlocked.Increment(ref _count);

    public void Leave()
    {
        Interlocked.Decrement(ref _count); // expect: NON_ATOMIC#1, CHECK_THEN_ACT?
        if (Volatile.Read(ref _count) == 0) // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        {
            whenNone();
        }
    }
}

public sealed class SiteCrawl
{
    private readonly Func<Uri, Task<Uri[]>> _linksOf;
    private readonly ConcurrentDictionary<Uri, byte> _seen = new();
    private readonly TaskCompletionSource<int> _report = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Outstanding _outstanding;

    public SiteCrawl(Func<Uri, Task<Uri[]>> linksOf)
    {
        _linksOf = linksOf;
        _outstanding = new Outstanding(() => _report.SetResult(_seen.Count)); // expect: NON_ATOMIC?, SYNC_PRIMITIVE?
    }

    public Task<int> RunAsync(Uri root)
    {
        _outstanding.Enter();
        Visit(root);
        _outstanding.Leave();
        return _report.Task;
    }

    private void Visit(Uri page)
    {
        if (!_seen.TryAdd(page, 0))
        {
            return;
        }
        _outstanding.Enter();
        _ = Task.Run(() => FollowAsync(page)); // expect: MISSING_AWAIT?
    }

    private async Task FollowAsync(Uri page)
    {
        try
        {
            foreach (var link in await _linksOf(page))
            {
                Visit(link);
            }
        }
        catch (HttpRequestException)
        {
            _seen.TryRemove(page, out _);
        }
        finally
        {
            _outstanding.Leave();
        }
    }
}
