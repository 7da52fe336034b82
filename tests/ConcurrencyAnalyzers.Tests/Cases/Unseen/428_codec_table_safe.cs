// Two right ways without a lock statement: EnsureInitialized locks by itself; CompareExchange keeps the first object and drops the loser's. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U428;

public sealed class CodecTable(Func<IEnumerable<(string Extension, string Codec)>> scan)
{
    private Dictionary<string, string>? _codecs;
    private bool _scanned;
    private object? _scanLock;
    private ConcurrentDictionary<string, int>? _usage;

    public string CodecFor(string extension)
    {
        var codecs = LazyInitializer.EnsureInitialized(
            ref _codecs,
            ref _scanned,
            ref _scanLock,
            () => scan().ToDictionary(entry => entry.Extension, entry => entry.Codec));
        Usage().AddOrUpdate(extension, 1, (_, times) => times + 1);
        return codecs.GetValueOrDefault(extension, "raw");
    }

    public string[] ResolveAll(string[] extensions)
    {
        var codecs = new string[extensions.Length];
        Parallel.For(0, extensions.Length, i => codecs[i] = CodecFor(extensions[i]));
        return codecs;
    }

    private ConcurrentDictionary<string, int> Usage()
    {
        var seen = Volatile.Read(ref _usage);
        if (seen != null)
        {
            return seen;
        }
        var created = new ConcurrentDictionary<string, int>();
        return Interlocked.CompareExchange(ref _usage, created, null) ?? created;
    }
}
