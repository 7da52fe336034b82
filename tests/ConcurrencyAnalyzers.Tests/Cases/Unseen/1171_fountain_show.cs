using System;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1171;

public sealed record FountainSettings(double HeightMetres, string Colour, int Tempo, int Revision);

public sealed class FountainShow
{
    private volatile FountainSettings _settings = new(2, "white", 60, 0);

    public FountainSettings Settings => _settings;

    public void Raise(double metres)
    {
        var now = _settings; // expect: NON_ATOMIC?
        _settings = now with { HeightMetres = Math.Clamp(now.HeightMetres + metres, 0, 20), Revision = now.Revision + 1 }; // expect: NON_ATOMIC
    }

    public void Paint(string colour)
        => _settings = _settings with { Colour = colour, Revision = _settings.Revision + 1 }; // expect: NON_ATOMIC

    public static async Task Main()
    {
        var show = new FountainShow();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        var music = Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                show.Raise(Random.Shared.NextDouble() - 0.5);
                Thread.Sleep(2);
            }
        });
        var lights = Task.Run(() =>
        {
            string[] colours = ["red", "green", "blue"];
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                show.Paint(colours[i % colours.Length]);
                Thread.Sleep(3);
            }
        });

        while (!end.IsCancellationRequested)
        {
            Console.WriteLine(show.Settings);
            await Task.Delay(500);
        }
        await Task.WhenAll(music, lights);
    }
}
