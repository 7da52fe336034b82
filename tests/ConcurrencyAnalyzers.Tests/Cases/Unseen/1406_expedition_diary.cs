// An expedition writes its diary entry by entry; when it is called off, a last entry is made at once. difficulty: hard
namespace Cabinet.C1406;

public sealed class ExpeditionDiary
{
    private readonly List<string> _entries = [];

    public async Task<IReadOnlyList<string>> KeepAsync(
        Func<int, Task<string>> describeDay,
        int days,
        CancellationToken callOff)
    {
        using (callOff.Register(() => _entries.Add("Called off."))) // expect: RACE#1
        {
            for (int day = 1; day <= days && !callOff.IsCancellationRequested; day++)
            {
                string text = await describeDay(day);
                _entries.Add($"Day {day}: {text}"); // expect: RACE#1
            }
        }
        return _entries;
    }

    public static async Task<int> TravelAsync(Func<int, Task<string>> describeDay, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var entries = await new ExpeditionDiary().KeepAsync(describeDay, 100, limit.Token);
        return entries.Count;
    }
}
