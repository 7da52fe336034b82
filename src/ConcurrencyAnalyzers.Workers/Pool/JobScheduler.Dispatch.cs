namespace ConcurrencyAnalyzers.Workers.Pool;

/// <content>Which job goes to which worker.</content>
internal sealed partial class JobScheduler
{
    // Gives waiting jobs to idle workers, most recently used first, then to spares, and starts workers for the rest.
    private void Dispatch()
    {
        while (true)
        {
            Job[] jobs;
            Worker worker;
            lock (_gate)
            {
                if (_queue.Count == 0)
                    return;
                if (_idle.TryTake(out worker!))
                    jobs = TakeFor(worker);
                else if (UseSpare())
                    continue;
                else if (TakeAhead(out worker!) is { } job)
                    jobs = [job];
                else
                {
                    StartMissing();
                    return;
                }
            }
            Post(worker, jobs);
        }
    }

    // A job that many others travel in goes to a worker that is not done yet: it would else have nothing to do while the answer
    // to the last one travels back.
    private Job? TakeAhead(out Worker? worker)
    {
        worker = null;
        if (_queue.First is not { GoesAhead: true } job)
            return null;
        foreach (var candidate in _workers)
        {
            if (!candidate.TakesNext || candidate.ShouldLeave)
                continue;
            worker = candidate;
            Unqueue(job);
            return job;
        }
        return null;
    }

    // As many as the worker's pace asks for, but no more than its share of the queue and of the system's buffers.
    private Job[] TakeFor(Worker worker)
    {
        var inFlight = worker.InFlight;
        var count = Math.Min(worker.Room, Math.Max(1, _queue.Count / _workers.Count));
        if (_options.MaxJobsPerWorker is not null || _options.RecycleAboveBytes is not null)
            count = Math.Min(count, 1 - inFlight); // it may have had enough after each
        if (count <= 0)
            return [];
        if (count == 1 && _queue.First is { } only)
        {
            if (only.Call.Size > worker.MostAhead && inFlight > 0)
                return [];
            Unqueue(only);
            return [only];
        }
        var taken = new List<Job>(Math.Min(count, _queue.Count));
        for (var size = 0; taken.Count < count && _queue.First is { } job; taken.Add(job))
        {
            size += job.Call.Size;
            if (size > worker.MostAhead && taken.Count + inFlight > 0)
                break;
            Unqueue(job);
        }
        return [.. taken];
    }

    // Gives whether the worker was free for them.
    private bool Post(Worker worker, Job[] jobs)
    {
        try
        {
            if (!worker.TryPost(jobs))
            {
                Requeue(jobs);
                return true;
            }
        }
        catch (Exception e)
        {
            // The user's clock, which the jobs cannot do without.
            lock (_gate)
            {
                if (_workers.Contains(worker) && worker.InFlight == 0)
                    AddIdle(worker);
            }
            FailAll(jobs, e);
            return false;
        }
        foreach (var job in jobs)
        {
            if (job.StopCause != StopCause.None)
                worker.Stop(job);
        }
        if (jobs.Length > 1 || worker.InFlight > 1)
            WatchLongJobs();
        return true;
    }

    private void Unqueue(Job job)
    {
        _queue.Remove(job);
        if (_room is null || _queue.Count >= _options.QueueCapacity)
            return;
        _room.TrySetResult();
        _room = null;
    }

    // Somebody may be free for the job; under the lock.
    private bool CanPlace(Job job) => job.GoesAhead || _idle.Count > 0 || _workers.Count + _starting < _options.MaxWorkers;
}
