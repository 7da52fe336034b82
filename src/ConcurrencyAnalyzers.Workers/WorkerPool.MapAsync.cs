using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers;

public sealed partial class WorkerPool
{
    /// <summary>Runs a static method once for each input, over all workers, and streams the results as they come.</summary>
    /// <param name="method">A static method, or a lambda that captures nothing.</param>
    /// <param name="inputs">Read on the thread that takes the results, no further ahead than <see cref="MapOptions.MaxInFlight"/>.</param>
    /// <param name="options">Order and width; <see langword="null"/> for input order.</param>
    /// <param name="cancellationToken">Stops all jobs of the map, as in <c>RunAsync</c>.</param>
    /// <returns>
    /// The results. Work starts with the first step of the enumeration. When a job fails, the enumeration throws what it
    /// threw. When the enumeration ends early, for that reason or any other, jobs that have not started are dropped, and
    /// those that have are asked to stop through their token and left to end by themselves.
    /// </returns>
    /// <exception cref="ArgumentException">The delegate cannot run in another process; the message names what stands in the way.</exception>
    public IAsyncEnumerable<TResult> MapAsync<T, TResult>(Func<T, TResult> method, IEnumerable<T> inputs, MapOptions? options = null, CancellationToken cancellationToken = default) =>
        Map<T, TResult>(method, inputs, options, cancellationToken);

    /// <inheritdoc cref="MapAsync{T, TResult}(Func{T, TResult}, IEnumerable{T}, MapOptions?, CancellationToken)"/>
    public IAsyncEnumerable<TResult> MapAsync<T, TResult>(Func<T, Task<TResult>> method, IEnumerable<T> inputs, MapOptions? options = null, CancellationToken cancellationToken = default) =>
        Map<T, TResult>(method, inputs, options, cancellationToken);

    /// <inheritdoc cref="MapAsync{T, TResult}(Func{T, TResult}, IEnumerable{T}, MapOptions?, CancellationToken)"/>
    public IAsyncEnumerable<TResult> MapAsync<T, TResult>(Func<T, CancellationToken, TResult> method, IEnumerable<T> inputs, MapOptions? options = null, CancellationToken cancellationToken = default) =>
        Map<T, TResult>(method, inputs, options, cancellationToken);

    /// <inheritdoc cref="MapAsync{T, TResult}(Func{T, TResult}, IEnumerable{T}, MapOptions?, CancellationToken)"/>
    public IAsyncEnumerable<TResult> MapAsync<T, TResult>(Func<T, CancellationToken, Task<TResult>> method, IEnumerable<T> inputs, MapOptions? options = null, CancellationToken cancellationToken = default) =>
        Map<T, TResult>(method, inputs, options, cancellationToken);

    /// <inheritdoc cref="MapAsync{T, TResult}(Func{T, TResult}, IEnumerable{T}, MapOptions?, CancellationToken)"/>
    public IAsyncEnumerable<TResult> MapAsync<T, TResult>(Func<T, TResult> method, IAsyncEnumerable<T> inputs, MapOptions? options = null, CancellationToken cancellationToken = default) =>
        Map<T, TResult>(method, inputs, options, cancellationToken);

    /// <inheritdoc cref="MapAsync{T, TResult}(Func{T, TResult}, IEnumerable{T}, MapOptions?, CancellationToken)"/>
    public IAsyncEnumerable<TResult> MapAsync<T, TResult>(Func<T, Task<TResult>> method, IAsyncEnumerable<T> inputs, MapOptions? options = null, CancellationToken cancellationToken = default) =>
        Map<T, TResult>(method, inputs, options, cancellationToken);

    /// <inheritdoc cref="MapAsync{T, TResult}(Func{T, TResult}, IEnumerable{T}, MapOptions?, CancellationToken)"/>
    public IAsyncEnumerable<TResult> MapAsync<T, TResult>(Func<T, CancellationToken, TResult> method, IAsyncEnumerable<T> inputs, MapOptions? options = null, CancellationToken cancellationToken = default) =>
        Map<T, TResult>(method, inputs, options, cancellationToken);

    /// <inheritdoc cref="MapAsync{T, TResult}(Func{T, TResult}, IEnumerable{T}, MapOptions?, CancellationToken)"/>
    public IAsyncEnumerable<TResult> MapAsync<T, TResult>(Func<T, CancellationToken, Task<TResult>> method, IAsyncEnumerable<T> inputs, MapOptions? options = null, CancellationToken cancellationToken = default) =>
        Map<T, TResult>(method, inputs, options, cancellationToken);

    private IAsyncEnumerable<TResult> Map<T, TResult>(Delegate method, IEnumerable<T> inputs, MapOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        options ??= new MapOptions();
        if (options.MaxInFlight < 1 || !GoesInChunks<T, TResult>(method))
            return Map<T, TResult>(method, AsAsync(inputs), options, cancellationToken);
        return new FlatResults<TResult>(Chunks<T, TResult>(method, inputs, null, options, cancellationToken));
    }

    private IAsyncEnumerable<TResult> Map<T, TResult>(Delegate method, IAsyncEnumerable<T> inputs, MapOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        CheckResult<TResult>(WorkerMethod.Of(method));
        options ??= new MapOptions();
        if (options.MaxInFlight is { } width)
            ArgumentOutOfRangeException.ThrowIfLessThan(width, 1, nameof(options));
        return Stream<T, TResult>(method, inputs, options, cancellationToken);
    }

    private async IAsyncEnumerable<TResult> Stream<T, TResult>(
        Delegate method, IAsyncEnumerable<T> inputs, MapOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new MapWindow<TResult>(options.Ordered);
        var source = inputs.GetAsyncEnumerator(cancellationToken);
        try
        {
            var more = true;
            while (true)
            {
                var width = options.MaxInFlight ?? _scheduler.Appetite;
                while (more && window.Count < width)
                {
                    more = await source.MoveNextAsync().ConfigureAwait(false);
                    if (!more)
                        break;
                    var job = NewJob<TResult>(NewCall(method).Add(source.Current), cancellationToken);
                    while (!TryStart(job, cancellationToken))
                        await _scheduler.RoomAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
                    window.Add(job);
                }
                if (window.Count == 0)
                    yield break;
                yield return await window.TakeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (var job in window.Rest())
            {
                job.Abandon();
                _scheduler.Stop(job);
            }
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static IAsyncEnumerable<T> AsAsync<T>(IEnumerable<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Walk(inputs);

        static async IAsyncEnumerable<T> Walk(IEnumerable<T> inputs)
        {
            foreach (var input in inputs)
                yield return input;
            await Task.CompletedTask.ConfigureAwait(false);
        }
    }
}
