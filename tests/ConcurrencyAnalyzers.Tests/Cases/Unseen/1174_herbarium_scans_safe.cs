using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace Blind.C1174;

public sealed record SheetScan(string Barcode, byte[] Image);

/// Downloads each herbarium sheet once, however many curators ask for it at the same time.
public sealed class HerbariumScans(HttpClient http)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<SheetScan>>> _scans = new();

    public async Task<SheetScan> GetAsync(string barcode)
    {
        var entry = _scans.GetOrAdd(barcode, code => new Lazy<Task<SheetScan>>(() => DownloadAsync(code)));
        try
        {
            return await entry.Value;
        }
        catch (HttpRequestException)
        {
            // Only this failed download goes away, not one that was begun later.
            _scans.TryRemove(KeyValuePair.Create(barcode, entry));
            throw;
        }
    }

    public int Finished => _scans.Values.Count(s => s.IsValueCreated && s.Value.IsCompletedSuccessfully);

    private async Task<SheetScan> DownloadAsync(string barcode)
    {
        var image = await http.GetByteArrayAsync($"https://herbarium.test/sheets/{barcode}.jpg");
        return new SheetScan(barcode, image);
    }
}

public static class Program
{
    public static async Task Main(string[] args)
    {
        using var http = new HttpClient();
        var scans = new HerbariumScans(http);
        var curators = args.Concat(args).Select(code => Task.Run(() => scans.GetAsync(code)));
        var sheets = await Task.WhenAll(curators);
        Console.WriteLine($"{scans.Finished} of {sheets.Length}, {sheets.Sum(s => s.Image.Length)} bytes");
    }
}
