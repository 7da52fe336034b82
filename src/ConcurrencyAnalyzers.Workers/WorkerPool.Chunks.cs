using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Pool;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers;

public sealed partial class WorkerPool
{
    // Shorter limits are meant for single inputs.
    private static readonly TimeSpan ShortestChunkLimit = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Runs a static method once for each input, over all workers, and gives all results, in the order of the inputs. The
    /// quickest way to work through many small inputs: see <c>MapAsync</c> for the rest.
    /// </summary>
    /// <param name="method">A static method, or a lambda that captures nothing.</param>
    /// <param name="inputs">Read on the caller's thread and behind it, while earlier inputs are at work.</param>
    /// <param name="cancellationToken">Stops all jobs of the map, as in <c>RunAsync</c>.</param>
    /// <exception cref="ArgumentException">The delegate cannot run in another process; the message names what stands in the way.</exception>
    public async Task<TResult[]> MapToArrayAsync<T, TResult>(Func<T, TResult> method, IEnumerable<T> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        CheckResult<TResult>(WorkerMethod.Of(method));
        var known = inputs.TryGetNonEnumeratedCount(out var count);
        var results = ChunkFormat.NewLargeArray<TResult>(known ? count : 64);
        var filled = 0;
        if (GoesInChunks<T, TResult>(method))
        {
            // Raw results of known number go straight to where they belong.
            var destination = known && RawType<TResult>.Is ? results : null;
            await foreach (var values in Chunks<T, TResult>(method, inputs, destination, new MapOptions(), cancellationToken).ConfigureAwait(false))
                Append(values);
        }
        else
        {
            await foreach (var value in Map<T, TResult>(method, AsAsync(inputs), null, cancellationToken).ConfigureAwait(false))
                Append(new[] { value });
        }
        return filled == results.Length ? results : results[..filled];

        void Append(ArraySegment<TResult> values)
        {
            if (values.Count > results.Length - filled)
                Array.Resize(ref results, Math.Max(2 * results.Length, filled + values.Count));
            if (values.Array != results)
                values.CopyTo(results, filled);
            filled += values.Count;
        }
    }

    // Inputs that travel together count as one job, so they do not where jobs are counted or timed.
    private bool GoesInChunks<T, TResult>(Delegate method)
    {
        var signature = WorkerMethod.Of(method).Signature;
        return RuntimeFeature.IsDynamicCodeSupported // else the worker cannot make the loop for these types
            && signature is { HasPorts: false, Returns: ReturnKind.Value or ReturnKind.TaskOfValue, Parameters: [var only] }
            && only.ParameterType == typeof(T) && signature.ResultType == typeof(TResult)
            && _options is { MaxJobsPerWorker: null, RecycleAboveBytes: null, QueueCapacity: null }
            && (_rules.Timeout is not { } limit || limit >= ShortestChunkLimit);
    }

    // What it gives is valid until the next step.
    private async IAsyncEnumerable<ArraySegment<TResult>> Chunks<T, TResult>(
        Delegate method, IEnumerable<T> inputs, TResult[]? destination, MapOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new ChunkWindow<T, TResult>(options.Ordered);
        var longest = RawType<T>.Is && RawType<TResult>.Is && _options.SharesMemory && Futex.IsSupported ? ChunkSize.LongChunk : ChunkSize.ShortChunk;
        var size = new ChunkSize(_options.MaxWorkers, options.MaxInFlight, inputs.TryGetNonEnumeratedCount(out var count) ? count : null, longest);
        var source = new ChunkSource<T>(inputs);
        var next = 0; // where the results of the next chunk belong
        try
        {
            var more = true;
            while (true)
            {
                while (more && window.Count < size.Width)
                {
                    var chunk = source.Take(size.Next(), out more);
                    if (chunk.Count == 0)
                        break;
                    var place = PlaceFor(destination, next, chunk.Count);
                    next += chunk.Count;
                    var sent = StartChunk(method, chunk, place, cancellationToken);
                    size.NoteSent(chunk.Count, sent.Call.Size);
                    window.Add(new Chunk<T, TResult>(chunk, sent, place));
                }
                if (window.Count == 0)
                    yield break;
                var (given, job, givenPlace) = await window.TakeAsync().ConfigureAwait(false);
                var result = await job.Task.ConfigureAwait(false);
                size.NoteAnswer(result.Values.Count, result.Bytes, result.Nanoseconds);
                if (result.Failure is null && result.Values.Count < given.Count)
                {
                    // What is left takes long, so each worker gets a part of it.
                    window.AddFirst(source.Split(given[result.Values.Count..], _options.MaxWorkers).ConvertAll(part =>
                    {
                        var place = givenPlace.Array is null ? default : givenPlace.Slice(given.Count - part.Left, part.Inputs.Count);
                        return new Chunk<T, TResult>(part.Inputs, StartChunk(method, part.Inputs, place, cancellationToken), place);
                    }));
                }
                source.Release(given);
                yield return result.Values;
                if (result.Values.Array != destination)
                    ChunkFormat.Release(result.Values.Array!);
                if (result.Failure is { } failure)
                    await Task.FromException(failure).ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (var job in window.Rest())
            {
                job.Abandon();
                _scheduler.Stop(job);
            }
            source.Dispose();
        }
    }

    // None where the inputs turn out to be more than they said.
    private static ArraySegment<TResult> PlaceFor<TResult>(TResult[]? destination, int start, int count) =>
        destination is not null && count <= destination.Length - start ? new ArraySegment<TResult>(destination, start, count) : default;

    private ChunkJob<TResult> StartChunk<T, TResult>(Delegate method, ArraySegment<T> inputs, ArraySegment<TResult> place, CancellationToken cancellationToken)
    {
        var call = Call.ForMany(method, _codec, inputs);
        var job = new ChunkJob<TResult>(call, inputs.Count, place, _codec, _rules, cancellationToken);
        if (!TryStart(job, cancellationToken))
            throw new WorkerQueueFullException(_options.QueueCapacity ?? 0);
        return job;
    }
}
