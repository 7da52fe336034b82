// A hosted service asks the buoys for the waves every minute; the controller shows the last complete report. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;

namespace Menagerie.M1368;

public sealed record Buoy(string Beach, double WaveHeight);

public sealed record SurfReport(DateTime Taken, IReadOnlyDictionary<string, double> Heights);

public interface IBuoyNetwork
{
    Task<IReadOnlyList<Buoy>> ReadAllAsync(CancellationToken cancellationToken);
}

public sealed class SurfReports
{
    private SurfReport _latest = new(DateTime.MinValue, new Dictionary<string, double>());

    public SurfReport Latest => Volatile.Read(ref _latest);

    public void Publish(SurfReport report) => Volatile.Write(ref _latest, report);
}

public sealed class SurfReportService(IBuoyNetwork network, SurfReports reports) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            var heights = new Dictionary<string, double>();
            foreach (var buoy in await network.ReadAllAsync(stoppingToken))
            {
                heights[buoy.Beach] = buoy.WaveHeight;
            }
            reports.Publish(new SurfReport(DateTime.UtcNow, heights));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

[ApiController]
[Route("surf")]
public sealed class SurfController(SurfReports reports) : ControllerBase
{
    [HttpGet("{beach}")]
    public ActionResult<string> Get(string beach)
    {
        var report = reports.Latest;
        return report.Heights.TryGetValue(beach, out var height)
            ? $"{height:F1} m at {report.Taken:t}"
            : NotFound();
    }
}
