// Farmers bring apples to a cider press at the same time while the miller looks at the queue. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1450;

public sealed record AppleLoad(string Farmer, double Litres);

public interface IPressQueue
{
    IReadOnlyList<AppleLoad> Loads { get; }
}

public sealed class CiderPress : IPressQueue
{
    private readonly object _gate = new();
    private readonly List<AppleLoad> _loads = new();
    private double _litres;

    public IReadOnlyList<AppleLoad> Loads
    {
        get
        {
            lock (_gate)
            {
                return _loads.ToArray();
            }
        }
    }

    public double Litres
    {
        get
        {
            lock (_gate)
            {
                return _litres;
            }
        }
    }

    public void Bring(AppleLoad load)
    {
        lock (_gate)
        {
            _loads.Add(load);
            _litres += load.Litres;
        }
    }
}

public sealed class Miller
{
    public async Task<double> PressAsync(IEnumerable<IAsyncEnumerable<AppleLoad>> farms)
    {
        var press = new CiderPress();
        var pressing = Task.WhenAll(farms.Select(farm => Task.Run(() => UnloadAsync(farm, press))));
        while (!pressing.IsCompleted)
        {
            Console.WriteLine(Describe(press));
            await Task.WhenAny(pressing, Task.Delay(1000));
        }
        await pressing;
        return press.Litres;
    }

    private static async Task UnloadAsync(IAsyncEnumerable<AppleLoad> farm, CiderPress press)
    {
        await foreach (var load in farm)
        {
            press.Bring(load);
        }
    }

    private static string Describe(IPressQueue queue) =>
        string.Join(", ", queue.Loads.Select(load => load.Farmer).Distinct());
}
