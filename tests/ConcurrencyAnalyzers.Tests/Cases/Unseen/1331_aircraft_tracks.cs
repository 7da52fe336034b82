// Radar plots from several stations are appended to the track of the aircraft they belong to. difficulty: medium
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Menagerie.M1331;

public sealed record RadarPlot(string CallSign, double Range, double Bearing);

public sealed class AircraftTracks
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RadarPlot>> _tracks = new();

    public int LengthOf(string callSign) => _tracks.TryGetValue(callSign, out var track) ? track.Count : 0;

    public void Append(RadarPlot plot)
    {
        if (!_tracks.ContainsKey(plot.CallSign)) // expect: CHECK_THEN_ACT?
        {
            _tracks[plot.CallSign] = new ConcurrentQueue<RadarPlot>(); // expect: CHECK_THEN_ACT
        }
        _tracks[plot.CallSign].Enqueue(plot); // expect: CHECK_THEN_ACT?
    }

    public void Merge(params IEnumerable<RadarPlot>[] stations) =>
        Parallel.ForEach(stations, plots =>
        {
            foreach (var plot in plots)
            {
                Append(plot);
            }
        });
}
