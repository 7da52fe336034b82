// Work items of the thread pool get the shared index as state object and write into its plain dictionary. difficulty: medium
namespace Cases.U337;

public sealed class KeywordIndex
{
    public Dictionary<string, List<string>> Documents { get; } = [];

    public void Add(string keyword, string document)
    {
        if (!Documents.TryGetValue(keyword, out var list)) // expect: RACE#1
        {
            Documents[keyword] = list = []; // expect: RACE#1
        }
        list.Add(document); // expect: RACE#1
    }
}

public static class Indexer
{
    public static int Run(IReadOnlyList<(string Document, string[] Keywords)> input)
    {
        var index = new KeywordIndex();
        using var done = new CountdownEvent(input.Count);
        foreach (var entry in input)
        {
            ThreadPool.QueueUserWorkItem(state =>
            {
                var shared = (KeywordIndex)state!;
                foreach (var keyword in entry.Keywords)
                {
                    shared.Add(keyword, entry.Document);
                }
                done.Signal();
            }, index);
        }
        done.Wait();
        return index.Documents.Count;
    }
}
