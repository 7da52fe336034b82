// The counter is a local of the task that counts.
namespace Cases.S059;

public static class OrchardYield
{
    public static async Task<int> PickAsync(IReadOnlyList<IReadOnlyList<int>> rows)
    {
        Func<IReadOnlyList<int>, Task<int>> pickRow = row => Task.Run(() =>
        {
            int apples = 0;
            row.ToList().ForEach(tree =>
            {
                apples += tree;
            });
            return apples;
        });
        var pickers = new List<Task<int>>();
        foreach (var row in rows)
        {
            pickers.Add(pickRow(row));
        }

        return (await Task.WhenAll(pickers)).Sum();
    }
}
