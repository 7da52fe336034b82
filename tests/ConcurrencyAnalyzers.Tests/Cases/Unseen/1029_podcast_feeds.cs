using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Podcasts;

public sealed record Episode(string Show, string Title, Uri Audio);

public sealed class EpisodeIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Episode>> _shows = new(StringComparer.OrdinalIgnoreCase);

    public void Merge(string show, IEnumerable<Episode> episodes)
    {
        lock (_gate)
        {
            if (!_shows.TryGetValue(show, out List<Episode>? known))
            {
                _shows[show] = known = [];
            }
            foreach (Episode episode in episodes)
            {
                if (!known.Exists(k => k.Audio == episode.Audio))
                {
                    known.Add(episode);
                }
            }
        }
    }

    public Episode[] Of(string show)
    {
        lock (_gate)
        {
            return _shows.TryGetValue(show, out List<Episode>? known) ? known.ToArray() : [];
        }
    }

    public bool Knows(string show) => _shows.ContainsKey(show); // expect: INCONSISTENT_LOCK, RACE?

    public int Total()
    {
        int total = 0;
        foreach (List<Episode> show in _shows.Values) // expect: INCONSISTENT_LOCK, RACE?
        {
            total += show.Count; // expect: INCONSISTENT_LOCK?, RACE?
        }
        return total;
    }
}

public sealed class FeedPoller(EpisodeIndex index, IHttpClientFactory clients) : BackgroundService
{
    private static readonly string[] Shows = ["nightwatch", "tidepool", "backlot"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10));
        do
        {
            foreach (string show in Shows)
            {
                HttpClient client = clients.CreateClient();
                string body = await client.GetStringAsync($"https://feeds.example.org/{show}", stoppingToken);
                index.Merge(show, body.Split('\n').Select(l => new Episode(show, l, new Uri($"https://cdn.example.org/{l}"))));
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton<EpisodeIndex>();
        builder.Services.AddHostedService<FeedPoller>();
        WebApplication app = builder.Build();
        app.MapGet("/shows/{show}", (string show, EpisodeIndex index) => index.Knows(show) ? index.Of(show) : []);
        app.MapGet("/total", (EpisodeIndex index) => index.Total());
        app.Run();
    }
}
