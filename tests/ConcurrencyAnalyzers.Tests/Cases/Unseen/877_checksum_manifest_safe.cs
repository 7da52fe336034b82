// All iterations write to the same array, each at its own index, and the array is read after Parallel.For returned. difficulty: easy
namespace Cases.U877;

public sealed class ChecksumManifest(Func<string, string> digestOf)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Changed(IReadOnlyList<string> files)
    {
        var digests = new string[files.Count];
        var changed = new bool[files.Count];
        Parallel.For(0, files.Count, i =>
        {
            digests[i] = digestOf(files[i]);
            changed[i] = !_known.TryGetValue(files[i], out var before) || before != digests[i];
        });

        var result = new List<string>();
        for (var i = 0; i < files.Count; i++)
        {
            if (changed[i])
            {
                _known[files[i]] = digests[i];
                result.Add(files[i]);
            }
        }
        return result;
    }
}
