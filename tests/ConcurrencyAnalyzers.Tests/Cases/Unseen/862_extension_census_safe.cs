// Each worker counts in its own dictionary; the merge into the shared one is under a lock. difficulty: easy
namespace Cases.U862;

public static class ExtensionCensus
{
    public static Dictionary<string, int> Count(IEnumerable<DirectoryInfo> roots)
    {
        var gate = new object();
        var total = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        Parallel.ForEach(
            roots,
            () => new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase),
            (root, _, local) =>
            {
                foreach (var file in root.EnumerateFiles())
                {
                    Bump(local, file.Extension, 1);
                }
                return local;
            },
            local =>
            {
                lock (gate)
                {
                    foreach (var (extension, count) in local)
                    {
                        Bump(total, extension, count);
                    }
                }
            });
        return total;
    }

    private static void Bump(Dictionary<string, int> counts, string key, int by)
    {
        counts[key] = counts.GetValueOrDefault(key) + by;
    }
}
