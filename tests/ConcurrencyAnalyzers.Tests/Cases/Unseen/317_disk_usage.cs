// Fork-join recursion: sibling folders run at once and add to the same total and the same list. difficulty: hard
namespace Cases.U317;

public sealed record Folder(string Name, long Size, IReadOnlyList<Folder> Children);

public sealed class DiskUsage
{
    private readonly List<string> _large = [];
    private long _bytes;

    public async Task<string> MeasureAsync(Folder root)
    {
        await VisitAsync(root);
        return $"{_bytes} bytes, large: {string.Join(", ", _large)}";
    }

    private async Task VisitAsync(Folder folder)
    {
        _bytes += folder.Size; // expect: RACE
        if (folder.Size > 1_000_000)
        {
            _large.Add(folder.Name); // expect: RACE
        }
        await Task.WhenAll(folder.Children.Select(child => Task.Run(() => VisitAsync(child))));
    }
}
