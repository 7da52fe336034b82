using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1168;

public sealed class LabReport
{
    public string Sample { get; init; } = "";
    public Dictionary<string, double> Substances { get; } = new();
    public string? Officer { get; set; }
}

/// The spectrometer is driven by one thread; each report belongs to the officer who asked for it.
public sealed class CustomsLab : IDisposable
{
    private readonly BlockingCollection<(string Sample, TaskCompletionSource<LabReport> Done)> _requests = new();
    private readonly Dictionary<string, int> _runs = new();
    private readonly Thread _spectrometer;

    public CustomsLab()
    {
        _spectrometer = new Thread(Serve) { IsBackground = true };
        _spectrometer.Start();
    }

    public Task<LabReport> AnalyseAsync(string sample)
    {
        var done = new TaskCompletionSource<LabReport>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Add((sample, done));
        return done.Task;
    }

    private void Serve()
    {
        foreach (var (sample, done) in _requests.GetConsumingEnumerable())
        {
            var run = _runs[sample] = _runs.GetValueOrDefault(sample) + 1;
            var report = new LabReport { Sample = sample };
            report.Substances["ethanol"] = sample.Length % 7 / 10.0;
            report.Substances["sucrose"] = sample.Length % 11 / 10.0 + run * 0.001;
            done.SetResult(report);
        }
    }

    public void Dispose()
    {
        _requests.CompleteAdding();
        _spectrometer.Join();
        _requests.Dispose();
    }
}

public static class CustomsOffice
{
    public static async Task Main()
    {
        using var lab = new CustomsLab();
        var reports = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => InspectAsync(lab, n)));
        foreach (var report in reports)
            Console.WriteLine($"{report.Sample} {report.Officer} {report.Substances.Count}");
    }

    private static async Task<LabReport> InspectAsync(CustomsLab lab, int n)
    {
        var report = await lab.AnalyseAsync($"crate-{n}");
        report.Officer = $"officer {n % 3}";
        report.Substances.Remove("sucrose");
        return report;
    }
}
