// Each flow puts an object of its own into the AsyncLocal first, or what flows is never changed.
namespace Cases.S250;

public sealed class Tally
{
    public int Queries { get; set; }
}

public static class RequestScope
{
    private static readonly AsyncLocal<Tally?> s_tally = new();
    private static readonly AsyncLocal<string?> s_name = new();

    public static async Task<int> HandleAsync(string name, Func<Task> left, Func<Task> right)
    {
        s_name.Value = name;
        s_tally.Value = new Tally();
        var counts = await Task.WhenAll(Task.Run(() => QueryAsync(left)), Task.Run(() => QueryAsync(right)));
        s_tally.Value.Queries += counts.Sum();
        return s_tally.Value.Queries;
    }

    public static async Task RepeatAsync(Func<Task> query, int times)
    {
        s_tally.Value = new Tally();
        for (int i = 0; i < times; i++)
        {
            await Task.Run(query);
            Count();
        }
    }

    private static async Task<int> QueryAsync(Func<Task> query)
    {
        s_tally.Value = new Tally();
        await query();
        Count();
        Console.WriteLine(s_name.Value);
        return s_tally.Value.Queries;
    }

    private static void Count()
    {
        if (s_tally.Value is { } tally)
        {
            tally.Queries++;
        }
    }
}
