// What an AsyncLocal holds is handed on as it is: the two halves of a request count in one object.
namespace Cases.S249;

public sealed class Tally
{
    public int Queries { get; set; }
}

public static class RequestScope
{
    private static readonly AsyncLocal<Tally?> s_tally = new();

    public static async Task<int> HandleAsync(Func<Task> left, Func<Task> right)
    {
        var tally = new Tally();
        s_tally.Value = tally;
        await Task.WhenAll(Task.Run(() => QueryAsync(left)), Task.Run(() => QueryAsync(right)));
        return tally.Queries;
    }

    private static async Task QueryAsync(Func<Task> query)
    {
        await query();
        s_tally.Value!.Queries++; // expect: RACE
    }
}
