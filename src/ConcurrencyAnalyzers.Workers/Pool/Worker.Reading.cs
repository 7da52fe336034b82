using System.Diagnostics;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

#pragma warning disable CONC1001 // One thread at a time reads; the turn is handed over by the exchange of _isOut, see ReadByTurns.
namespace ConcurrencyAnalyzers.Workers.Pool;

/// <content>What comes from the process.</content>
internal sealed partial class Worker
{
    private void Read()
    {
        if (_started.Channel.Answers is { } line)
        {
            ReadByTurns(line);
            return;
        }
        try
        {
            while (_started.Channel.TryReceive(out var frame))
            {
                Handle(frame);
                DeliverLast();
            }
        }
        catch (PeerGoneException)
        {
            FinishAnswered(); // those before the one that was on its way
        }
        catch (InvalidDataException e)
        {
            EndForBroken(e);
        }
        FinishAnswered();
        DeliverLast();
        Bury();
    }

    private void EndForBroken(InvalidDataException e)
    {
        FinishAnswered();
        EndFor(WorkerEnd.BrokeProtocol, $"The worker process {ProcessId} broke the protocol and was ended: {e.Message}");
    }

    private void DeliverLast()
    {
        _toRun?.Deliver();
        _toRun = null;
    }

    private void Handle(Frame frame)
    {
        if (frame.Kind != FrameKind.Result || frame.Rest is not null)
            FinishAnswered();
        switch (frame.Kind)
        {
            case FrameKind.LockWait or FrameKind.LockGiveUp or FrameKind.LockLeave:
                LockFrames.Handle(frame, Number, SendLater);
                break;
            case FrameKind.PortToCaller:
                PortsOf(frame.Id).Receive(frame.ToArray());
                break;
            case FrameKind.Output:
                _started.Streams.Write(new PayloadReader(frame).ReadText(), isError: frame.Id == 2);
                break;
            case FrameKind.Result:
                // The process may end in the middle of a long result: until it is here the job counts as running.
                var finished = frame.Rest is null ? TakeFirst(frame.Id) : First(frame.Id);
                var result = new PayloadReader(frame);
                var size = result.Remaining;
                finished.Take(ref result);
                if (!finished.IsInternal)
                    finished.Call.Method.NoteReturn(finished.GoesAhead);
                if (frame.Rest is not null)
                    TakeFirst(frame.Id);
                PoolMeter.NoteBytes(_owner.Name, size, sent: false);
                _answered.Add(finished);
                if (_answered.Count == MostAnswered || !_started.Channel.HasMore)
                    FinishAnswered();
                break;
            case FrameKind.Failure:
                var error = RemoteError.Read(new PayloadReader(frame));
                var failed = TakeFirst(frame.Id);
                if (error is OutOfMemoryException)
                    Overgrown = true; // what it ran out of may not come back
                _owner.Freed(this);
                failed.TryFail(error);
                _owner.Ended([failed]);
                Deliver(failed, alone: true);
                break;
            case FrameKind.Recalled:
                var recalled = TakeAny(frame.Id);
                _owner.Freed(this);
                _owner.Returned(this, recalled);
                break;
            default:
                throw new InvalidDataException($"A worker does not send {frame.Kind}.");
        }
    }

    // Short jobs come back many at a time; their worker gets its next ones first.
    private void FinishAnswered()
    {
        if (_answered.Count == 0)
            return;
        _owner.Freed(this);
        foreach (var job in _answered)
            job.TrySucceed();
        _owner.Ended(CollectionsMarshal.AsSpan(_answered));
        foreach (var job in _answered)
            Deliver(job, alone: _answered.Count == 1);
        _answered.Clear();
    }

    // One whose caller may run here is left to the end, when the thread has nothing else to do.
    private void Deliver(Job job, bool alone)
    {
        DeliverLast();
        if (alone && job.RunsCallerAtOnce)
            _toRun = job;
        else
            job.Deliver();
    }

    private CallerPorts PortsOf(long id)
    {
        lock (_state)
        {
            if (_inFlight.First is { } job && job.Id == id && job.Call.Ports is { } ports)
                return ports;
        }
        throw new InvalidDataException($"Job {id} does not run here, or has nothing to say.");
    }

    private Job First(long id)
    {
        lock (_state)
            return _inFlight.First is { } job && job.Id == id ? job : throw OutOfTurn(id);
    }

    private static InvalidDataException OutOfTurn(long id) => new($"An answer to job {id} arrived out of turn.");

    private Job TakeFirst(long id)
    {
        lock (_state)
        {
            if (_inFlight.First is not { } job || job.Id != id)
                throw OutOfTurn(id);
            var now = Stopwatch.GetTimestamp();
            _pace.JobEnded(now);
            Remove(job, now);
            if (!job.IsInternal)
                JobsDone++;
            return job;
        }
    }

    private Job TakeAny(long id)
    {
        lock (_state)
        {
            for (var job = _inFlight.First; job is not null; job = job.Next)
            {
                if (job.Id != id)
                    continue;
                if (!job.Recalled && job.StopCause == StopCause.None)
                    break; // nobody asked for it; it would come back for ever
                Remove(job, Stopwatch.GetTimestamp());
                return job;
            }
        }
        throw new InvalidDataException($"Job {id} was given back by a worker that does not have it, or was not asked for it.");
    }

    private void Drop(Job job, long now)
    {
        _inFlight.Remove(job);
        if (_inFlight.Count == 0)
            _core.End(now);
        job.Worker = null;
        job.Call.Ports?.Detach();
    }

    private void Remove(Job job, long now)
    {
        var wasFirst = job == _inFlight.First;
        Drop(job, now);
        if (!wasFirst)
            return;
        _timeout?.Dispose();
        _timeout = null;
        if (_inFlight.First is { } next)
            StartClock(next, now);
    }
}
