// The background task is kept in a field and awaited in a finally before anybody reads what it wrote. difficulty: medium
namespace Cases.U334;

public sealed class SearchService(Func<string, string> loadSegment)
{
    private readonly Dictionary<string, string> _segments = [];
    private Task _warmUp = Task.CompletedTask;
    private int _loaded;

    public async Task<string> StartAsync(IReadOnlyList<string> names, Func<Task> openPorts)
    {
        _warmUp = Task.Run(() => WarmUp(names));
        try
        {
            await openPorts();
        }
        finally
        {
            await _warmUp;
        }
        return $"{_loaded} of {names.Count} segments, {_segments.Values.Sum(text => text.Length)} characters";
    }

    private void WarmUp(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            _segments[name] = loadSegment(name);
            _loaded++;
        }
    }
}
