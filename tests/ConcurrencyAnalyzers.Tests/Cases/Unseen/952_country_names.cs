// Lazy<T> with a factory runs it once and publishes the finished dictionary; afterwards it is only read. difficulty: easy
namespace Cases.U952;

public sealed class CountryNames(string path)
{
    private readonly Lazy<Dictionary<string, string>> _names = new(() => Load(path));

    public string[] Translate(string[] codes)
    {
        var names = new string[codes.Length];
        Parallel.For(0, codes.Length, i => names[i] = _names.Value.GetValueOrDefault(codes[i], "unknown"));
        return names;
    }

    private static Dictionary<string, string> Load(string path)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in File.ReadLines(path))
        {
            var parts = line.Split('\t');
            names[parts[0]] = parts[1];
        }
        return names;
    }
}
