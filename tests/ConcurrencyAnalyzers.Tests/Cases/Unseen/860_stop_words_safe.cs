// LazyInitializer with its own lock runs the loader once and returns the finished set, which is only read afterwards. difficulty: medium
namespace Cases.U860;

public sealed class StopWords
{
    private readonly string _file;
    private HashSet<string>? _words;
    private bool _ready;
    private object? _sync;

    public StopWords(string file)
    {
        _file = file;
    }

    public IReadOnlyList<string> Strip(IEnumerable<string> documents)
    {
        return documents
            .AsParallel()
            .AsOrdered()
            .Select(StripOne)
            .ToList();
    }

    private string StripOne(string document)
    {
        var words = LazyInitializer.EnsureInitialized(ref _words, ref _ready, ref _sync, Load)!;
        return string.Join(' ', document.Split(' ').Where(word => !words.Contains(word)));
    }

    private HashSet<string> Load()
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in File.ReadLines(_file))
        {
            words.Add(line.Trim());
        }
        return words;
    }
}
