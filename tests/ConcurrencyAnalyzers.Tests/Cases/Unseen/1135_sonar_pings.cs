using System;
using System.IO;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Blind.C1135;

public sealed class SonarRecorder
{
    private const int Samples = 2048;
    private readonly Channel<byte[]> _pings = Channel.CreateBounded<byte[]>(16);

    public Task RunAsync(Stream hydrophone, Stream recording, CancellationToken token)
        => Task.WhenAll(
            Task.Run(() => ListenAsync(hydrophone, token), token),
            Task.Run(() => StoreAsync(recording, token), token));

    private async Task ListenAsync(Stream hydrophone, CancellationToken token)
    {
        var ping = new byte[Samples];
        try
        {
            while (true)
            {
                var got = await hydrophone.ReadAtLeastAsync(ping, Samples, false, token); // expect: RACE#1
                if (got < Samples)
                    break;
                await _pings.Writer.WriteAsync(ping, token); // expect: RACE#1
            }
        }
        finally
        {
            _pings.Writer.Complete();
        }
    }

    private async Task StoreAsync(Stream recording, CancellationToken token)
    {
        await foreach (var ping in _pings.Reader.ReadAllAsync(token))
        {
            if (Loudness(ping) > 12) // expect: RACE#1
                await recording.WriteAsync(ping, token); // expect: RACE#1
        }
    }

    private static double Loudness(byte[] ping)
    {
        double sum = 0;
        foreach (var sample in ping) // expect: RACE?
            sum += Math.Abs(sample - 128);
        return sum / ping.Length;
    }
}
