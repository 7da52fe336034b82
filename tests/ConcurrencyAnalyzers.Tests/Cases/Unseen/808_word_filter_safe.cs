// LazyInitializer with its lock and flag initialises the set once; the nested class is initialised by the runtime. difficulty: medium
namespace Cases.U808;

public sealed class WordFilter(string wordFile)
{
    private HashSet<string>? _words;
    private bool _ready;
    private object? _gate;

    public bool[] CheckAll(IReadOnlyList<string> messages)
    {
        var clean = new bool[messages.Count];
        Parallel.For(0, messages.Count, i => clean[i] = IsClean(messages[i]));
        return clean;
    }

    private bool IsClean(string message)
    {
        HashSet<string> words = Words();
        return !message.Split(Defaults.Separators).Any(words.Contains);
    }

    private HashSet<string> Words() =>
        LazyInitializer.EnsureInitialized(ref _words, ref _ready, ref _gate, Load)!;

    private HashSet<string> Load()
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in File.ReadLines(wordFile))
        {
            words.Add(line.Trim());
        }
        words.UnionWith(Defaults.Words);
        return words;
    }

    private static class Defaults
    {
        internal static readonly char[] Separators = [' ', ',', '.', '!', '?'];
        internal static readonly string[] Words = ["darn", "heck"];
    }
}
