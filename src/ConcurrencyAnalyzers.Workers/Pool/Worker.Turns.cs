using System.Diagnostics;
using ConcurrencyAnalyzers.Workers.Transport;

#pragma warning disable CONC1001 // One thread at a time reads; the turn is handed over by the exchange of _isOut, see ReadByTurns.
namespace ConcurrencyAnalyzers.Workers.Pool;

/// <content>
/// Two threads that take turns at reading. The one that reads the only answer there is runs what its caller has waiting for it
/// and then reads on, so that a caller is not a thread change away from its answer. The other stands by: it takes over when that
/// takes long, or when somebody else gives the worker a job meanwhile.
/// </content>
internal sealed partial class Worker
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);
    private static readonly long Penalty = Stopwatch.Frequency;

    // Ticks without a turn, after which the thread that stands by sleeps until it is told that there is one.
    private const int QuietTicks = 20;

    private readonly object _turns = new();
    private Job? _toRun;
    private Job? _runs; // whose caller's code runs, or is about to
    private int _isOut; // the reader runs a caller's code
    private int _outThread;
    private int _outs;
    private bool _hasTwo;
    private bool _standsBy;
    private bool _watches;
    private bool _called;
    private bool _allRead;
    private long _stayInUntil;

    private void ReadByTurns(IAnswerLine line)
    {
        var clean = CleanThread.Current();
        while (!ReadAll(line))
        {
            if (_toRun is not { } job)
            {
                line.Wait(isDue: AnswerIsDue);
                continue;
            }
            _toRun = null;
            Volatile.Write(ref _runs, job);
            var goesOut = TryGoOut();
            if (goesOut)
                job.DeliverAndRunCaller();
            else
                job.Deliver();
            Interlocked.CompareExchange(ref _runs, null, job);
            if (!goesOut)
                continue;
            clean.Restore();
            if (Interlocked.CompareExchange(ref _isOut, 0, 1) != 1 && !StandBy())
                return;
        }
        lock (_turns)
        {
            _allRead = true;
            Monitor.PulseAll(_turns);
        }
        _toRun?.Deliver();
        Volatile.Read(ref _runs)?.Completed.WaitOne(); // the other thread may not have come to it yet; whoever sees the end finds the task complete
        Bury();
    }

    // Until there is somebody's code to run, or nothing left. Gives whether nothing will come any more.
    private bool ReadAll(IAnswerLine line)
    {
        try
        {
            while (_toRun is null && line.TryReadNow(out var frame))
                Handle(frame);
            FinishAnswered(); // also where the next frame has begun: nobody knows whether it will ever end
            return _toRun is null && line.HasEnded;
        }
        catch (PeerGoneException)
        {
            FinishAnswered(); // those before the one that was on its way
        }
        catch (InvalidDataException e)
        {
            EndForBroken(e);
        }
        return true;
    }

    private bool TryGoOut()
    {
        if (Volatile.Read(ref _stayInUntil) is not 0 and var end && Stopwatch.GetTimestamp() < end)
            return false;
        if (!Volatile.Read(ref _standsBy))
        {
            StartStandBy();
            return false;
        }
        if (_started.Channel.HasMore)
            return false;
        _outThread = Environment.CurrentManagedThreadId;
        _outs++;
        Interlocked.Exchange(ref _isOut, 1);
        if (!Volatile.Read(ref _watches))
        {
            lock (_turns)
            {
                _watches = true;
                Monitor.PulseAll(_turns);
            }
        }
        // A job that was given before its giver could see that nobody reads. (If the other takes over at once, that is as good.)
        return InFlight == 0 || Interlocked.CompareExchange(ref _isOut, 0, 1) != 1;
    }

    // For whoever gives the worker a job: its answer is not to wait for what the reader does.
    private void CallReader()
    {
        if (Volatile.Read(ref _isOut) == 0 || _outThread == Environment.CurrentManagedThreadId)
            return;
        lock (_turns)
        {
            _called = true;
            Monitor.PulseAll(_turns);
        }
    }

    private void StartStandBy()
    {
        lock (_turns)
        {
            if (_hasTwo)
                return; // the other runs a caller's code
            _hasTwo = true;
        }
        var line = _started.Channel.Answers!;
        Action turns = () =>
        {
            if (StandBy())
                ReadByTurns(line);
        };
        if (OwnThread.TryStart($"worker {Number}", turns, OwnThread.DeepStack))
            return;
        lock (_turns)
        {
            _hasTwo = false; // another time
            _stayInUntil = Stopwatch.GetTimestamp() + Penalty;
        }
    }

    // Until this thread is the reader; false when there is nothing left to read.
    private bool StandBy()
    {
        lock (_turns)
        {
            _standsBy = true;
            for (int seen = 0, quiet = 0; !_allRead;)
            {
                var late = false;
                if (!_watches)
                {
                    Monitor.Wait(_turns);
                    (seen, quiet) = (_outs - 1, 0);
                }
                else if (!Monitor.Wait(_turns, Tick))
                {
                    late = _outs == seen;
                    quiet = late && _isOut == 0 ? quiet + 1 : 0;
                    seen = _outs;
                    SleepAfter(quiet);
                }
                if (!(late || _called) || Interlocked.CompareExchange(ref _isOut, 0, 1) != 1)
                    continue;
                if (!_called)
                    _stayInUntil = Stopwatch.GetTimestamp() + Penalty; // those who take long are better off elsewhere
                _called = _standsBy = false;
                return true;
            }
            return false;
        }
    }

    private void SleepAfter(int quiet)
    {
        if (quiet < QuietTicks)
            return;
        _watches = false;
        Interlocked.MemoryBarrier();
        if (_isOut != 0)
            _watches = true;
    }
}
