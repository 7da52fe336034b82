// A drum scanner fills strips and a packer compresses them; the few strip buffers go round between the two through a pair of channels. difficulty: hard
using System;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Menagerie.M1549;

public sealed class ScanStrip(int size)
{
    public readonly byte[] Pixels = new byte[size];
    public int Used;
    public int Number;
}

public sealed class StripLine(Func<byte[], Task<int>> scan, Func<ReadOnlyMemory<byte>, Task<int>> pack)
{
    private readonly Channel<ScanStrip> _empty = Channel.CreateUnbounded<ScanStrip>();
    private readonly Channel<ScanStrip> _filled = Channel.CreateUnbounded<ScanStrip>();

    public async Task<long> RunAsync(int strips, int size)
    {
        for (int i = 0; i < strips; i++)
        {
            _empty.Writer.TryWrite(new ScanStrip(size));
        }
        var packing = Task.Run(PackAsync);
        var scanning = Task.Run(ScanAsync);
        await Task.WhenAll(scanning, packing);
        return await packing;
    }

    private async Task ScanAsync()
    {
        try
        {
            int number = 0;
            await foreach (var strip in _empty.Reader.ReadAllAsync())
            {
                strip.Used = await scan(strip.Pixels);
                strip.Number = ++number;
                if (strip.Used == 0)
                {
                    break;
                }
                await _filled.Writer.WriteAsync(strip);
            }
        }
        finally
        {
            _filled.Writer.Complete();
        }
    }

    private async Task<long> PackAsync()
    {
        long packed = 0;
        int expected = 1;
        try
        {
            await foreach (var strip in _filled.Reader.ReadAllAsync())
            {
                if (strip.Number != expected++)
                {
                    throw new InvalidOperationException($"strip {strip.Number} is out of order");
                }
                packed += await pack(strip.Pixels.AsMemory(0, strip.Used));
                await _empty.Writer.WriteAsync(strip);
            }
            return packed;
        }
        finally
        {
            _empty.Writer.Complete();
        }
    }
}
