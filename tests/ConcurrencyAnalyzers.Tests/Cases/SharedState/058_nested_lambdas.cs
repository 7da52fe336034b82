// The counter is two lambdas away from the code that runs at once.
namespace Cases.S058;

public static class OrchardYield
{
    public static async Task<int> PickAsync(IReadOnlyList<IReadOnlyList<int>> rows)
    {
        int apples = 0;
        Func<IReadOnlyList<int>, Task> pickRow = row => Task.Run(() =>
        {
            row.ToList().ForEach(tree =>
            {
                apples += tree; // expect: RACE
            });
        });
        var pickers = new List<Task>();
        foreach (var row in rows)
        {
            pickers.Add(pickRow(row));
        }

        await Task.WhenAll(pickers);
        return apples;
    }
}
