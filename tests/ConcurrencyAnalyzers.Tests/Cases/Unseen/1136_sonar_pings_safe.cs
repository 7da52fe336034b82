using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Blind.C1136;

public sealed class SonarRecorder
{
    private const int Samples = 2048;
    private readonly Channel<byte[]> _pings = Channel.CreateBounded<byte[]>(16);

    public Task RunAsync(Stream hydrophone, Stream recording, CancellationToken token)
        => Task.WhenAll(
            Task.Run(() => ListenAsync(hydrophone, token), token),
            Task.Run(() => StoreAsync(recording, token), token));

    // Each ping is rented here and returned by the storing side, which owns it from the channel on.
    private async Task ListenAsync(Stream hydrophone, CancellationToken token)
    {
        try
        {
            while (true)
            {
                var ping = ArrayPool<byte>.Shared.Rent(Samples);
                var got = await hydrophone.ReadAtLeastAsync(ping.AsMemory(0, Samples), Samples, false, token);
                if (got < Samples)
                    break;
                await _pings.Writer.WriteAsync(ping, token);
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
            Centre(ping.AsSpan(0, Samples));
            await recording.WriteAsync(ping.AsMemory(0, Samples), token);
            ArrayPool<byte>.Shared.Return(ping);
        }
    }

    private static void Centre(Span<byte> ping)
    {
        for (var i = 0; i < ping.Length; i++)
            ping[i] = (byte)(ping[i] ^ 0x80);
    }
}
