using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace MushroomFarm.Weighing;

public sealed record Punnet(int Scale, string Barcode, double Grams);

public interface IVarietyCatalog
{
    Task<string> VarietyOfAsync(string barcode);
}

public sealed class ConveyorDriver
{
    private readonly Func<Punnet?> _poll;
    private readonly Thread _thread;
    private volatile bool _halt;

    public ConveyorDriver(Func<Punnet?> poll)
    {
        _poll = poll;
        _thread = new Thread(Run) { IsBackground = true };
    }

    public event EventHandler<Punnet>? PunnetWeighed;

    public void Start() => _thread.Start();

    public void Halt()
    {
        _halt = true;
        _thread.Join();
    }

    private void Run()
    {
        while (!_halt)
        {
            if (_poll() is { } punnet)
            {
                PunnetWeighed?.Invoke(this, punnet);
            }
        }
    }
}

public sealed class YieldBook
{
    private readonly IVarietyCatalog _catalog;
    private readonly Dictionary<string, double> _grams = new();

    public YieldBook(IVarietyCatalog catalog) => _catalog = catalog;

    public void Attach(ConveyorDriver driver) => driver.PunnetWeighed += OnPunnetWeighed;

    public double GramsOf(string variety) => _grams.GetValueOrDefault(variety); // expect: RACE?

    private async void OnPunnetWeighed(object? sender, Punnet punnet)
    {
        var variety = await _catalog.VarietyOfAsync(punnet.Barcode).ConfigureAwait(false);
        Book(variety, punnet.Grams);
    }

    private void Book(string variety, double grams)
    {
        _grams.TryGetValue(variety, out var sum); // expect: RACE#1
        _grams[variety] = sum + grams; // expect: RACE#1
    }
}

public static class HarvestDay
{
    public static double Weigh(Func<Punnet?> poll, IVarietyCatalog catalog, WaitHandle closing)
    {
        var driver = new ConveyorDriver(poll);
        var book = new YieldBook(catalog);
        book.Attach(driver);
        driver.Start();
        closing.WaitOne();
        driver.Halt();
        return book.GramsOf("shiitake");
    }
}
