// Each iteration changes its own copy, made by a with expression, and stores it in its own place of the array. difficulty: medium
namespace Cases.U476;

public record Tariff(string Name)
{
    public decimal PerDay { get; set; }
    public int Days { get; set; }
}

public sealed class TariffSimulation(Tariff basis)
{
    public async Task<Tariff[]> RunAsync(int[] stays)
    {
        var results = new Tariff[stays.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, stays.Length), async (index, stop) =>
        {
            var mine = basis with { Days = stays[index] };
            await Task.Yield();
            while (mine.Days > 7)
            {
                mine.PerDay *= 0.9m;
                mine.Days -= 7;
            }
            results[index] = mine;
        });
        return results;
    }
}
