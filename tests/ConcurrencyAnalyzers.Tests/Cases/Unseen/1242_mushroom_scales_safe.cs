using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace MushroomFarm.Labelling;

public sealed record PunnetScan(int Scale, string Barcode, double Grams);

public interface IVarietyNames
{
    Task<string> NameOfAsync(string barcode);
}

public interface IStickerPrinter
{
    Task PrintAsync(string text);
}

public sealed class ConveyorHead
{
    private readonly Func<PunnetScan?> _poll;
    private readonly Thread _thread;
    private volatile bool _halt;

    public ConveyorHead(Func<PunnetScan?> poll)
    {
        _poll = poll;
        _thread = new Thread(Run) { IsBackground = true };
    }

    public event EventHandler<PunnetScan>? Weighed;

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
            if (_poll() is { } scan)
            {
                Weighed?.Invoke(this, scan);
            }
        }
    }
}

public sealed class PickingBook
{
    private readonly IVarietyNames _names;
    private readonly IStickerPrinter _printer;
    private readonly Dictionary<string, double> _grams = new();

    public PickingBook(IVarietyNames names, IStickerPrinter printer) => (_names, _printer) = (names, printer);

    public void Attach(ConveyorHead head) => head.Weighed += OnWeighed;

    public double GramsOf(string prefix) => _grams.GetValueOrDefault(prefix);

    private async void OnWeighed(object? sender, PunnetScan scan)
    {
        var sum = Book(scan.Barcode[..3], scan.Grams);
        var name = await _names.NameOfAsync(scan.Barcode).ConfigureAwait(false);
        await _printer.PrintAsync($"{name} {scan.Grams:0} g (tray {sum:0} g)").ConfigureAwait(false);
    }

    private double Book(string prefix, double grams)
    {
        _grams.TryGetValue(prefix, out var sum);
        return _grams[prefix] = sum + grams;
    }
}

public static class LabellingDay
{
    public static double Weigh(Func<PunnetScan?> poll, IVarietyNames names, IStickerPrinter printer, WaitHandle closing)
    {
        var head = new ConveyorHead(poll);
        var book = new PickingBook(names, printer);
        book.Attach(head);
        head.Start();
        closing.WaitOne();
        head.Halt();
        return book.GramsOf("SHI");
    }
}
