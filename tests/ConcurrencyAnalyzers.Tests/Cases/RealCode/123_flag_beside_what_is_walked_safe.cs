// Who is called is copied anew at each change; the flag only says that there may be somebody. Whichever copy is walked, all in it are called.
namespace Cases.R123;

public sealed class Listeners
{
    private readonly List<Func<string, Task>> _all = [];
    private IReadOnlyCollection<Func<string, Task>> _snapshot = [];

    public bool HasAny { get; private set; }

    public void Add(Func<string, Task> listener)
    {
        lock (_all)
        {
            _all.Add(listener);
            HasAny = true;
            _snapshot = new List<Func<string, Task>>(_all);
        }
    }

    public void Remove(Func<string, Task> listener)
    {
        lock (_all)
        {
            _all.Remove(listener);
            HasAny = _all.Count > 0;
            _snapshot = [.. _all];
        }
    }

    public async Task TellAsync(string news)
    {
        if (!HasAny)
            return;
        var snapshot = _snapshot;
        foreach (var listener in snapshot)
            await listener(news);
    }
}
