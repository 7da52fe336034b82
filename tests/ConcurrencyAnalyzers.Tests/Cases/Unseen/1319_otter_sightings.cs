using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace POtterSightings;

public sealed record OtterSighting(string River, int Otters, DateTime SeenAt);

public sealed class SightingPad
{
    private readonly object _gate = new();
    private List<OtterSighting> _sheet = new();

    public int Note(OtterSighting sighting)
    {
        lock (_gate)
        {
            _sheet.Add(sighting);
            return _sheet.Count;
        }
    }

    public IReadOnlyList<OtterSighting> TearOff()
    {
        var full = Interlocked.Exchange(ref _sheet, new List<OtterSighting>()); // expect: INCONSISTENT_LOCK
        full.Sort((a, b) => a.SeenAt.CompareTo(b.SeenAt)); // expect: RACE?
        return full;
    }
}

public sealed class SheetFiler : BackgroundService
{
    private readonly SightingPad _pad;

    public SheetFiler(SightingPad pad) => _pad = pad;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            var sheet = _pad.TearOff();
            foreach (var sighting in sheet) // expect: RACE?
            {
                await File.AppendAllTextAsync("otters.csv", $"{sighting.River};{sighting.Otters}\n", stoppingToken);
            }
        }
    }
}

public static class OtterApi
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<SightingPad>();
        builder.Services.AddHostedService<SheetFiler>();
        var app = builder.Build();
        app.MapPost("/sightings", (OtterSighting sighting, SightingPad pad) => pad.Note(sighting));
        return app;
    }
}
