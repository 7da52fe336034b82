// CompareExchange lets exactly one task through, so only the winner writes the plain fields, which are read after all tasks have ended. difficulty: hard
namespace Cases.U384;

public sealed class FirstAnswer(IReadOnlyList<Func<string, Task<string>>> resolvers)
{
    private int _answered;
    private string _answer = "no answer";
    private int _winner = -1;

    public async Task<string> AskAsync(string host)
    {
        var queries = new Task[resolvers.Count];
        for (int i = 0; i < queries.Length; i++)
        {
            int resolver = i;
            queries[resolver] = Task.Run(() => QueryAsync(resolver, host));
        }
        await Task.WhenAll(queries);
        return $"{_answer} from {_winner}";
    }

    private async Task QueryAsync(int resolver, string host)
    {
        var address = await resolvers[resolver](host);
        if (Interlocked.CompareExchange(ref _answered, 1, 0) == 0)
        {
            _answer = address;
            _winner = resolver;
        }
    }
}
