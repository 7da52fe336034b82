namespace Blind.C1223;

public sealed record Recipient(string Address, string Name);

public sealed class MailMerge
{
    private readonly string _template;
    private readonly string?[] _cache = new string?[26];

    public MailMerge(string template)
    {
        _template = template;
    }

    public List<string> Render(IEnumerable<Recipient> recipients)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rejected = 0;

        var letters = recipients
            .AsParallel()
            .Where(r => seen.Add(r.Address)) // expect: RACE, CAPTURE?
            .Where(r =>
            {
                if (r.Name.Length > 0)
                {
                    return true;
                }

                rejected++; // expect: RACE, CAPTURE?
                return false;
            })
            .Select(r => _template.Replace("{name}", r.Name, StringComparison.Ordinal))
            .ToList();

        Console.WriteLine($"{rejected} rejected, {seen.Count} addresses");
        return letters;
    }

    public string Initial(char letter) => _cache[letter - 'a'] ?? letter.ToString();
}

public static class Program
{
    public static void Main()
    {
        var merge = new MailMerge("Dear {name}");
        var list = Enumerable.Range(0, 500).Select(i => new Recipient($"u{i % 300}@example.org", i % 9 == 0 ? "" : "U" + i));
        Console.WriteLine(merge.Render(list).Count);
        Console.WriteLine(merge.Initial('k'));
    }
}
