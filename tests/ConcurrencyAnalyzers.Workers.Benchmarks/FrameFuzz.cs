using System.Buffers.Binary;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Pool;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Benchmarks;

/// <summary>
/// Damaged frames for everything in the parent that reads what a worker says: from a stream, and from a ring whose positions
/// are damaged too. All that may come of them is a value or one of two exceptions, and no more memory than the bound.
/// </summary>
internal sealed unsafe class FrameFuzz : IDisposable
{
    private const int RingCapacity = 64 * 1024;

    // Memory for a length that was announced is given in steps; see FrameReader.
    private const long Bound = 5_000_000;

    private readonly byte[][] _good = Good();
    private readonly Random _random;
    private readonly byte* _memory;
    private long _refused;

    public FrameFuzz(int seed)
    {
        _random = new Random(seed);
        _memory = (byte*)System.Runtime.InteropServices.NativeMemory.AllocZeroed(Ring.HeaderSize + RingCapacity);
    }

    /// <summary>How many inputs were refused so far.</summary>
    public long Refused => _refused;

    /// <summary>The most memory that one input took, in bytes.</summary>
    public long MostAllocated { get; private set; }

    /// <summary>Throws when an input is answered by anything but a value or a refusal.</summary>
    public void Run(long frames)
    {
        for (var i = 0L; i < frames; i++)
        {
            var input = Damage(_good[_random.Next(_good.Length)]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                if (_random.Next(4) == 0)
                    ReadRing(input);
                else
                    ReadStream(input);
            }
            catch (Exception e) when (e is InvalidDataException or PeerGoneException)
            {
                _refused++;
            }
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            MostAllocated = Math.Max(MostAllocated, allocated);
            if (allocated > Bound + (16 * input.Length))
                throw new InvalidOperationException($"A frame of {input.Length} bytes took {allocated} bytes: {Convert.ToHexString(input)}");
        }
    }

    public void Dispose() => System.Runtime.InteropServices.NativeMemory.Free(_memory);

    private static byte[][] Good()
    {
        var frames = new List<byte[]>();
        void Add(FrameKind kind, Action<FrameBuffer> write)
        {
            var buffer = new FrameBuffer();
            write(buffer);
            frames.Add([.. Frame(buffer, kind)]);
        }
        Add(FrameKind.Failure, b => RemoteError.Write(b, new InvalidOperationException("outer", new AggregateException(new FormatException("a"), new TimeoutException("b")))));
        Add(FrameKind.Result, b => WireCodec.Default.Write(42, b));
        Add(FrameKind.Result, b => WireCodec.Default.Write("text \ud83d\ude00", b));
        Add(FrameKind.Result, b => WireCodec.Default.Write(new double[] { 1, 2, 3 }, b));
        Add(FrameKind.Result, b => WireCodec.Default.Write(new bool[] { true, false }, b));
        Add(FrameKind.Result, b => WireCodec.Default.Write(new Dictionary<string, int[]> { ["a"] = [1, 2] }, b));
        Add(FrameKind.Result, b => WireCodec.Default.Write(new byte[100_000], b));
        Add(FrameKind.Result, b => Chunk(b, new[] { 1, 2, 3 }));
        Add(FrameKind.Result, b => Chunk(b, new[] { "a", "bc", null }));
        Add(FrameKind.Output, b => b.WriteText("a line\n"));
        Add(FrameKind.Recalled, _ => { });
        return [.. frames];
    }

    private static byte[] Frame(FrameBuffer buffer, FrameKind kind)
    {
        var payload = buffer.PayloadToArray();
        var frame = new byte[Transport.Frame.HeaderSize + payload.Length];
        Transport.Frame.WriteHeader(frame, kind, 7, payload.Length);
        payload.CopyTo(frame, Transport.Frame.HeaderSize);
        return frame;
    }

    private static void Chunk<T>(FrameBuffer buffer, T[] values)
    {
        buffer.WriteByte(ChunkFormat.Whole);
        buffer.WriteInt32(100);
        ChunkFormat.Write<T>(WireCodec.Default, values, buffer);
    }

    private byte[] Damage(byte[] good)
    {
        // Mostly the header and the first fields: that is where lengths are.
        var length = _random.Next(6) == 0 ? _random.Next(good.Length) : good.Length;
        if (length > 4096 && _random.Next(64) != 0)
            length = 64;
        var bytes = good.AsSpan(0, length).ToArray();
        if (length == 0)
            return bytes;
        for (var change = _random.Next(1, 4); change > 0; change--)
        {
            var at = _random.Next(Math.Min(length, _random.Next(3) == 0 ? length : 48));
            bytes[at] = _random.Next(3) switch { 0 => (byte)_random.Next(256), 1 => (byte)(bytes[at] ^ (1 << _random.Next(8))), _ => (byte)(_random.Next(2) * 255) };
        }
        if (length >= 20 && _random.Next(4) == 0)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(_random.Next(5) * 4), _random.Next(int.MinValue, int.MaxValue));
        return bytes;
    }

    private void ReadStream(byte[] input)
    {
        var reader = new FrameReader(new StreamSource(new MemoryStream(input)), trusted: false);
        while (reader.TryRead(out var frame))
            Decode(frame);
    }

    private void ReadRing(byte[] input)
    {
        new Span<byte>(_memory, Ring.HeaderSize).Clear();
        var start = (ulong)_random.NextInt64();
        *(ulong*)_memory = start;
        *(ulong*)(_memory + 64) = start;
        for (var i = 0; i < input.Length; i++)
            _memory[Ring.HeaderSize + (int)((start + (ulong)i) & (RingCapacity - 1))] = input[i];
        var ring = new Ring(_memory, RingCapacity, start);
        *(ulong*)_memory = _random.Next(8) switch { 0 => (ulong)_random.NextInt64(), 1 => start - (ulong)_random.Next(1, 100), _ => start + (ulong)input.Length };
        ring.Close();
        var reader = new FrameReader(new RingSource(ring), trusted: false);
        while (reader.TryRead(out var frame))
            Decode(frame);
    }

    private void Decode(Frame frame)
    {
        var payload = new PayloadReader(frame);
        switch (frame.Kind)
        {
            case FrameKind.Failure:
                RemoteError.Read(payload);
                break;
            case FrameKind.Output:
                payload.ReadText();
                break;
            case FrameKind.Result:
                Take(ref payload);
                break;
        }
    }

    // What a job makes of its answer, as any type: the caller's, not the worker's choice.
    private void Take(ref PayloadReader payload)
    {
        switch (_random.Next(8))
        {
            case 0:
                WireCodec.Default.Read<int>(ref payload);
                break;
            case 1:
                WireCodec.Default.Read<string>(ref payload);
                break;
            case 2:
                WireCodec.Default.Read<double[]>(ref payload);
                break;
            case 3:
                WireCodec.Default.Read<bool[]>(ref payload);
                break;
            case 4:
                WireCodec.Default.Read<Dictionary<string, int[]>>(ref payload);
                break;
            case 5:
                WireCodec.Default.Read<byte[]>(ref payload);
                break;
            case 6:
                ChunkJob<int>.ReadAnswer(WireCodec.Default, ref payload, 3);
                break;
            default:
                ChunkJob<string>.ReadAnswer(WireCodec.Default, ref payload, 3);
                break;
        }
    }
}
