// Blind: a result has no name for who awaits it, so what is changed after it was handed over is not seen.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1167;

public sealed class PassportScan
{
    public string Number { get; set; } = "";
    public string Holder { get; set; } = "";
    public List<string> Warnings { get; } = new();
}

/// The scanner driver wants a single thread.
public sealed class PassportScanner : IDisposable
{
    private readonly BlockingCollection<(byte[] Image, TaskCompletionSource<PassportScan> Done)> _requests = new();
    private readonly Thread _driver;

    public PassportScanner()
    {
        _driver = new Thread(Serve) { IsBackground = true };
        _driver.Start();
    }

    public Task<PassportScan> ScanAsync(byte[] image)
    {
        var done = new TaskCompletionSource<PassportScan>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Add((image, done));
        return done.Task;
    }

    private void Serve()
    {
        foreach (var (image, done) in _requests.GetConsumingEnumerable())
        {
            var scan = new PassportScan();
            var zone = Convert.ToHexString(image.AsSpan(0, 32));
            scan.Number = zone[..9];
            scan.Holder = zone[9..];
            done.SetResult(scan); // expect: RACE?
            if (zone[^1] != CheckDigit(zone))
                scan.Warnings.Add("check digit does not match"); // blind: RACE#1
        }
    }

    private static char CheckDigit(string zone)
    {
        var sum = 0;
        for (var i = 0; i < zone.Length - 1; i++)
            sum += zone[i] * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        return (char)('0' + sum % 10);
    }

    public void Dispose()
    {
        _requests.CompleteAdding();
        _driver.Join();
        _requests.Dispose();
    }
}

public sealed class BorderDesk(PassportScanner scanner)
{
    public async Task<bool> AdmitAsync(byte[] image)
    {
        var scan = await scanner.ScanAsync(image);
        Console.WriteLine($"{scan.Number} {scan.Holder}");
        return scan.Warnings.Count == 0; // blind: RACE#1
    }
}
