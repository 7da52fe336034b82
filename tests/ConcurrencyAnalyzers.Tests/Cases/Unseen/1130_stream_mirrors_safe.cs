using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1130;

/// Spreads listeners of an internet radio over its stream servers.
public sealed class StreamMirrors
{
    private readonly Uri[] _mirrors;
    private int _position = -1;

    public StreamMirrors(params Uri[] mirrors) => _mirrors = mirrors;

    public Uri Next()
    {
        var ticket = unchecked((uint)Interlocked.Increment(ref _position));
        return _mirrors[ticket % (uint)_mirrors.Length];
    }
}

public sealed class Listener(HttpClient http, StreamMirrors mirrors)
{
    public async Task<byte[]> TuneInAsync(string station, CancellationToken token)
    {
        var mirror = mirrors.Next();
        return await http.GetByteArrayAsync(new Uri(mirror, station), token).ConfigureAwait(false);
    }
}

public static class Program
{
    public static async Task Main()
    {
        using var http = new HttpClient();
        var mirrors = new StreamMirrors(new Uri("http://a.radio.test/"), new Uri("http://b.radio.test/"), new Uri("http://c.radio.test/"));
        var listener = new Listener(http, mirrors);
        var streams = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(n => Task.Run(() => listener.TuneInAsync($"jazz?listener={n}", CancellationToken.None))));
        Console.WriteLine(streams.Sum(s => s.Length));
    }
}
