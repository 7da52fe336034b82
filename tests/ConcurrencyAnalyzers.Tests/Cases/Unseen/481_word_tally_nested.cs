// PLINQ runs the side effect on several threads: the nested tally's dictionary and counter are changed without a lock. difficulty: medium
namespace Cases.U481;

public static class Vocabulary
{
    public static string Summarise(IEnumerable<string> words, Func<string, string> stem)
    {
        var tally = new Tally();
        words
            .AsParallel()
            .Select(stem)
            .Where(word => word.Length > 3)
            .ForAll(tally.Add);
        return tally.ToString();
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, int> _uses = [];
        private int _total;

        public void Add(string word)
        {
            _uses.TryGetValue(word, out int uses); // expect: RACE?
            _uses[word] = uses + 1; // expect: RACE
            _total++; // expect: RACE
        }

        public override string ToString() => $"{_uses.Count} words, {_total} uses";
    }
}
