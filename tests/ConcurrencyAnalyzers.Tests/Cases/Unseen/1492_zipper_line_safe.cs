// A timer inspects the zippers of a production line and starts itself again only after an inspection is over. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1492;

public interface IZipperLine
{
    IReadOnlyList<(string Serial, bool Jams)> NextSample();
}

public sealed class ZipperInspection
{
    private readonly IZipperLine _line;
    private readonly TimeSpan _pause;
    private readonly Timer _timer;
    private readonly List<string> _jamming = new();
    private int _inspected;

    public ZipperInspection(IZipperLine line, TimeSpan pause)
    {
        _line = line;
        _pause = pause;
        _timer = new Timer(_ => Inspect(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public async Task<string> RunAsync(TimeSpan shift)
    {
        _timer.Change(_pause, Timeout.InfiniteTimeSpan);
        await Task.Delay(shift);
        await _timer.DisposeAsync();
        return $"{_inspected} inspected, jamming: {string.Join(", ", _jamming)}";
    }

    private void Inspect()
    {
        var sample = _line.NextSample();
        _inspected += sample.Count;
        _jamming.AddRange(sample.Where(zipper => zipper.Jams).Select(zipper => zipper.Serial));
        try
        {
            _timer.Change(_pause, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // the shift is over
        }
    }
}
