// A hosted service fetches the geomagnetic readings every five minutes; an endpoint answers with the latest one of a station. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Menagerie.M1376;

public sealed record KpReading(string Station, double Kp);

public interface IKpSource
{
    Task<IReadOnlyList<KpReading>> ReadAsync(CancellationToken cancellationToken);
}

public sealed class AuroraService(IKpSource source) : BackgroundService
{
    private readonly Dictionary<string, double> _kpByStation = [];

    public double KpOf(string station) => _kpByStation.GetValueOrDefault(station); // expect: RACE#1

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var reading in await source.ReadAsync(stoppingToken))
            {
                _kpByStation[reading.Station] = reading.Kp; // expect: RACE#1
            }
        }
    }
}

public static class AuroraHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<AuroraService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AuroraService>());
        var app = builder.Build();
        app.MapGet("/kp/{station}", (string station, AuroraService aurora) => aurora.KpOf(station)); // expect: RACE?
        return app;
    }
}
