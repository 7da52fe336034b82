using System.Diagnostics;

#pragma warning disable CONC1003 // A position has one writer; who asks for it from elsewhere wants a hint, and no more.

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// A stream of bytes through shared memory from one writer to one reader in another process. Each side owns one
/// position and keeps it to itself as well; the other's is checked each time it is read, for the other side may be broken.
/// A side with nothing to do declares itself asleep and sleeps in the system; the other enters the system only
/// to wake it. Layout: the two positions and the two words to sleep on, in a cache line each, then the bytes. Behind the reader's
/// word: whether the writer sees a core for it to wait awake on, and when the writer last woke it.
/// </summary>
internal sealed unsafe class Ring
{
    public const int HeaderSize = 256;

    // Handed over in pieces, so that a side that is awake copies them out while this one copies on.
    private const int Piece = 64 * 1024;

    private readonly byte* _bytes;
    private readonly int _capacity;
    private readonly ulong* _written;
    private readonly ulong* _read;
    private readonly uint* _readerAsleep;
    private readonly uint* _writerAsleep;
    private readonly uint* _coreIsFree;
    private readonly long* _wokenAt;
    private readonly Alertness _alertness = new();
    private readonly Patience _readerPatience = new();
    private readonly Patience _writerPatience = new();
    private ulong _mine;
    private volatile bool _closed;
    private int _interrupted;

    /// <summary>A view of a ring, for one of its two sides.</summary>
    /// <param name="start">Zeros at first, <see cref="HeaderSize"/> bytes and the capacity.</param>
    /// <param name="capacity">A power of two, in bytes.</param>
    /// <param name="position">Where this side is.</param>
    public Ring(byte* start, int capacity, ulong position = 0)
    {
        _mine = position;
        _written = (ulong*)start;
        _read = (ulong*)(start + 64);
        _readerAsleep = (uint*)(start + 128);
        _coreIsFree = (uint*)(start + 132);
        _wokenAt = (long*)(start + 136);
        _writerAsleep = (uint*)(start + 192);
        _bytes = start + HeaderSize;
        _capacity = capacity;
    }

    /// <summary>How many bytes the writer can put in without waiting.</summary>
    public int Room => _capacity - Distance(_mine, Volatile.Read(ref *_read));

    /// <summary>How many bytes the reader can take out without waiting.</summary>
    public int Available => Distance(Volatile.Read(ref *_written), _mine);

    /// <summary>How much was ever put in. Any thread.</summary>
    public long Written => (long)Volatile.Read(ref *_written);

    /// <summary>How much was ever taken out, says the reader. Any thread.</summary>
    public long Taken => (long)Volatile.Read(ref *_read);

    /// <summary>The writer is gone and all has been read.</summary>
    public bool HasEnded => _closed && !HasBytes;

    /// <summary>
    /// There is something to read. Asked while another thread of this side may read on, and where nobody expects a broken
    /// channel, so it is no place to judge the other side's position: <see cref="Read"/> does.
    /// </summary>
    public bool HasBytes => Volatile.Read(ref *_written) != Volatile.Read(ref _mine);

    /// <summary>The other side is gone: whoever waits here returns, and no one waits any more. Any thread.</summary>
    public void Close()
    {
        _closed = true;
        WakeReader();
        WakeWriter();
    }

    /// <summary>Ends the wait of this side's reader, or its next one. Any thread.</summary>
    public void Interrupt()
    {
        Interlocked.Exchange(ref _interrupted, 1);
        WakeReader();
    }

    /// <summary>Blocks until all is in, and wakes the reader. Throws <see cref="IOException"/> when it is gone.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Put(bytes);
        WakeReaderIfAsleep();
    }

    /// <summary>Like <see cref="Write"/>, when more follows at once: the reader sleeps on until <see cref="WakeReaderIfAsleep"/>, or until the ring is full.</summary>
    public void Put(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = Math.Min(Math.Min(WaitForRoom(), bytes.Length), Piece);
            var at = (int)(_mine & (ulong)(_capacity - 1));
            var first = Math.Min(count, _capacity - at);
            bytes[..first].CopyTo(new Span<byte>(_bytes + at, first));
            bytes[first..count].CopyTo(new Span<byte>(_bytes, count - first));
            bytes = bytes[count..];
            _mine += (ulong)count;
            Volatile.Write(ref *_written, _mine);
        }
    }

    /// <summary>Takes what is there, up to the length of the destination; 0 when there is nothing.</summary>
    public int Read(Span<byte> destination)
    {
        var count = Math.Min(Math.Min(Available, destination.Length), Piece);
        if (count == 0)
            return 0;
        var at = (int)(_mine & (ulong)(_capacity - 1));
        var first = Math.Min(count, _capacity - at);
        new ReadOnlySpan<byte>(_bytes + at, first).CopyTo(destination);
        new ReadOnlySpan<byte>(_bytes, count - first).CopyTo(destination[first..]);
        _mine += (ulong)count;
        Volatile.Write(ref *_read, _mine);
        Interlocked.MemoryBarrier();
        // A writer that waits for room is worth waking once there is some, or when nothing else is left to read.
        if (Volatile.Read(ref *_writerAsleep) != 0)
        {
            var left = Available;
            if (left == 0 || left <= _capacity / 2)
                WakeWriter();
        }
        return count;
    }

    /// <summary>What the writer last said about a core for the reader to wait awake on.</summary>
    public bool CoreIsFree
    {
        get => Volatile.Read(ref *_coreIsFree) != 0;
        set
        {
            var word = value ? 1u : 0;
            if (*_coreIsFree != word)
                Volatile.Write(ref *_coreIsFree, word);
        }
    }

    /// <summary>The next message has nearly always come within a moment lately.</summary>
    public bool IsAlert => _alertness.Pays;

    /// <summary>Blocks until there is something to read. <see langword="false"/> when the writer is gone and all has been read, and after <see cref="Interrupt"/>.</summary>
    /// <param name="inFull">More is certain to come at once, so it may pay not to sleep.</param>
    public bool WaitForBytes(bool inFull)
    {
        if (HasBytes)
            return true;
        if (inFull && _readerPatience.Try(this, static r => r.HasBytes))
            return true;
        Sleep();
        return HasBytes;
    }

    /// <summary>Like <see cref="WaitForBytes"/> for the next message, when one is due; notes how long that took.</summary>
    /// <param name="awake">There is a core to wait awake on, if that pays.</param>
    /// <param name="taken">Of which that core was taken: it is given back before this side sleeps.</param>
    public bool WaitForMessage(bool awake, CoreShare? taken = null)
    {
        var start = Stopwatch.GetTimestamp();
        var spent = 0L;
        try
        {
            if (HasBytes || awake && _alertness.Pays && WaitAwake(start, ref spent))
                return true;
        }
        finally
        {
            taken?.Return(); // who sleeps needs no core
        }
        if (!Sleep())
        {
            _alertness.CameAsleep(0, Stopwatch.GetTimestamp() - start, 0); // there at the last moment, or an end
            return HasBytes;
        }
        var total = Stopwatch.GetTimestamp() - start;
        // The other side may write there what it likes.
        var until = Volatile.Read(ref *_wokenAt) - start;
        if (until < 0 || until > total)
            until = total;
        _alertness.CameAsleep(spent, until, total - until);
        return HasBytes;
    }

    private bool WaitAwake(long start, ref long spent)
    {
        for (var moment = _alertness.Moment; spent < moment;)
        {
            // The writer may be waiting for this very core, and be let in long before a sleeper would be woken.
            if (spent < Alertness.Alone)
                Thread.SpinWait(1);
            else
                Thread.Yield();
            var came = HasBytes;
            spent = Stopwatch.GetTimestamp() - start;
            if (came)
            {
                _alertness.CameAwake(spent);
                return true;
            }
        }
        return false;
    }

    // Gives whether it came to that.
    private bool Sleep()
    {
        var slept = false;
        while (true)
        {
            Volatile.Write(ref *_readerAsleep, 1);
            Interlocked.MemoryBarrier();
            if (HasBytes || _closed || Interlocked.Exchange(ref _interrupted, 0) != 0)
                break;
            Futex.Sleep(_readerAsleep, 1);
            slept = true;
        }
        Volatile.Write(ref *_readerAsleep, 0);
        return slept;
    }

    private int WaitForRoom()
    {
        if (_closed)
            throw Gone();
        var room = Room;
        if (room > 0)
            return room;
        // A reader that is woken before there is nothing left to do here takes turns with this thread instead of following it.
        WakeReaderIfAsleep();
        if (_writerPatience.Try(this, static r => r.Room > 0))
            return Room;
        while (true)
        {
            Volatile.Write(ref *_writerAsleep, 1);
            Interlocked.MemoryBarrier();
            if (Room > 0 || _closed)
                break;
            Futex.Sleep(_writerAsleep, 1);
        }
        Volatile.Write(ref *_writerAsleep, 0);
        return _closed ? throw Gone() : Room;
    }

    /// <summary>Lets the reader know what has been put.</summary>
    public void WakeReaderIfAsleep()
    {
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref *_readerAsleep) == 0)
            return;
        Volatile.Write(ref *_wokenAt, Stopwatch.GetTimestamp());
        WakeReader();
    }

    private void WakeReader()
    {
        Volatile.Write(ref *_readerAsleep, 0);
        Futex.WakeAll(_readerAsleep);
    }

    private void WakeWriter()
    {
        Volatile.Write(ref *_writerAsleep, 0);
        Futex.WakeAll(_writerAsleep);
    }

    private int Distance(ulong written, ulong read)
    {
        var distance = written - read;
        return distance <= (ulong)_capacity
            ? (int)distance
            : throw new InvalidDataException($"A ring of {_capacity} bytes holds {distance}, says the other side.");
    }

    private static IOException Gone() => new("The other side of the channel is gone.");
}
