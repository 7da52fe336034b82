// Every partition of the PLINQ aggregate fills its own nested shard; shards are merged one after the other by the query itself. difficulty: hard
namespace Cases.U482;

public static class Concordance
{
    public static (int Words, int Uses) Measure(IReadOnlyCollection<string> words)
    {
        return words
            .AsParallel()
            .WithDegreeOfParallelism(4)
            .Aggregate(
                () => new Shard(),
                (shard, word) => shard.Add(word),
                (left, right) => left.Merge(right),
                shard => shard.Totals);
    }

    private sealed class Shard
    {
        private readonly Dictionary<string, int> _uses = [];
        private int _total;

        public (int, int) Totals => (_uses.Count, _total);

        public Shard Add(string word)
        {
            _uses[word] = _uses.GetValueOrDefault(word) + 1;
            _total++;
            return this;
        }

        public Shard Merge(Shard other)
        {
            foreach (var (word, uses) in other._uses)
            {
                _uses[word] = _uses.GetValueOrDefault(word) + uses;
            }
            _total += other._total;
            return this;
        }
    }
}
