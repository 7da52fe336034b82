using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Blind.C1172;

public sealed record SnowReport(DateTime At, double Centimetres, double NewLastHour);

public sealed class SnowBoard
{
    private volatile SnowReport? _latest;

    public SnowReport? Latest => _latest;

    public void Publish(SnowReport report) => _latest = report;
}

public sealed class SnowDepthService(SnowBoard board, TimeProvider clock) : BackgroundService
{
    private readonly Queue<(DateTime At, double Depth)> _hour = new();
    private int _echo;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Measure();
    }

    private void Measure()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var depth = 40 + Math.Sin(_echo++ / 20.0) * 10;
        _hour.Enqueue((now, depth));
        while (now - _hour.Peek().At > TimeSpan.FromHours(1))
            _hour.Dequeue();
        var fresh = Math.Max(0, depth - _hour.Min(m => m.Depth));
        board.Publish(new SnowReport(now, depth, fresh));
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SnowBoard>();
        builder.Services.AddHostedService<SnowDepthService>();
        var app = builder.Build();
        app.MapGet("/snow", (SnowBoard board) => board.Latest is { } report ? Results.Ok(report) : Results.NoContent());
        app.Run();
    }
}
