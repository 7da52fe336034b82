// Finds sentences that occur in more than one essay.
namespace Cases.U1575;

public sealed record Essay(string Author, string Text);

public sealed class SentenceIndex
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    public bool Register(string sentence) => _seen.Add(sentence.Trim()); // expect: RACE

    public int Count => _seen.Count;
}

public sealed class PlagiarismScan
{
    private readonly SentenceIndex _index = new();

    public (int Sentences, string[] Suspects) Run(IEnumerable<Essay> essays)
    {
        var suspects = essays
            .AsParallel()
            .WithDegreeOfParallelism(4)
            .Select(essay => (essay.Author, Repeated: CountRepeated(essay)))
            .Where(result => result.Repeated > 2)
            .OrderByDescending(result => result.Repeated)
            .Select(result => result.Author)
            .ToArray();
        return (_index.Count, suspects);
    }

    private int CountRepeated(Essay essay)
    {
        int repeated = 0;
        foreach (var sentence in Split(essay.Text))
        {
            if (!_index.Register(sentence))
            {
                repeated++;
            }
        }
        return repeated;
    }

    private static IEnumerable<string> Split(string text) =>
        text.Split(['.', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Where(s => s.Length > 20);
}
