// A cache of geocoded addresses; the slow lookup is made outside the lock and the result is checked again inside it.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U618;

public sealed record GeoPoint(double Latitude, double Longitude);

public interface IGeocoder
{
    Task<GeoPoint> LocateAsync(string address, CancellationToken ct);
}

public sealed class GeoCache
{
    private readonly object _sync = new();
    private readonly Dictionary<string, GeoPoint> _points = new(StringComparer.OrdinalIgnoreCase);
    private readonly IGeocoder _geocoder;
    private int _generation;

    public GeoCache(IGeocoder geocoder) => _geocoder = geocoder;

    public async Task<GeoPoint> GetAsync(string address, CancellationToken ct)
    {
        int generation;
        lock (_sync)
        {
            if (_points.TryGetValue(address, out var cached))
            {
                return cached;
            }

            generation = _generation;
        }

        var located = await _geocoder.LocateAsync(address, ct);

        lock (_sync)
        {
            if (generation != _generation)
            {
                return located;
            }

            if (_points.TryGetValue(address, out var other))
            {
                return other;
            }

            _points.Add(address, located);
            return located;
        }
    }

    public void Clear()
    {
        lock (_sync)
        {
            _generation++;
            _points.Clear();
        }
    }
}

public sealed class RoutePlanner
{
    private readonly GeoCache _cache;

    public RoutePlanner(GeoCache cache) => _cache = cache;

    public async Task<GeoPoint[]> LocateStopsAsync(IReadOnlyList<string> stops, CancellationToken ct)
    {
        var points = new GeoPoint[stops.Count];
        await Parallel.ForAsync(0, stops.Count, ct, async (index, token) =>
        {
            points[index] = await _cache.GetAsync(stops[index], token);
        });
        return points;
    }
}
