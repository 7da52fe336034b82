using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>Makes methods ready to be called for many inputs.</summary>
internal static class BoundChunk
{
    public static IBoundMethod Create(MethodInfo method)
    {
        var signature = new MethodSignature(method);
        return Binder.For(signature.Parameters[0].ParameterType, signature.ResultType).BindForMany(method, signature);
    }
}

/// <summary>
/// A method of one parameter, called for one input after the other. Each starts with the context that the first
/// had, so that what one leaves there does not reach the next. When they take long, the rest is given back: other workers
/// may be free for it.
/// </summary>
internal sealed class BoundChunk<T, TResult>(MethodInfo method, bool takesToken, Func<T, TResult>? plain, Func<T, CancellationToken, TResult>? other) : IBoundMethod
{
    private static readonly long Enough = Stopwatch.Frequency * 10 / 1000;
    private const int LongestStride = 128;
    private static readonly long Moment = Stopwatch.Frequency * 50 / 1_000_000;

    private TResult[]? _last;

    public static BoundChunk<T, TResult> Create(MethodInfo method, MethodSignature signature) =>
        // Most methods are called as they are; a second delegate around each of them would take as long as a short one does.
        signature is { Returns: ReturnKind.Value, TakesToken: false }
            ? new BoundChunk<T, TResult>(method, false, Make<Func<T, TResult>>(method), null)
            : new BoundChunk<T, TResult>(method, signature.TakesToken, null, Bind(method, signature));

    public bool HasPorts => false;

    public bool TakesToken => takesToken;

    public int Run(WireCodec codec, ref PayloadReader payload, FrameBuffer result, JobPorts ports, CancellationToken cancellationToken)
    {
        using var trace = TraceContext.Continue(ref payload, method.Name);
        var inputs = ChunkFormat.Read<T>(codec, ref payload, int.MaxValue);
        payload.ExpectEnd();
        // The results of the last chunk have left with its answer.
        if (_last is { } last)
            ChunkFormat.Release(last);
        _last = null;
        var results = ChunkFormat.NewArray<TResult>(inputs.Count);
        var start = Stopwatch.GetTimestamp();
        var done = RunAll(inputs, results, cancellationToken, out var failure);
        Write(codec, result, new ArraySegment<TResult>(results, 0, done), inputs.Count, Stopwatch.GetTimestamp() - start, failure);
        ChunkFormat.Release(inputs.Array!);
        _last = results;
        return 0;
    }

    public void Prepare(WireCodec codec)
    {
        Rehearsal.Compile(method);
        if (!WireCodec.IsPlain<T>() || !WireCodec.IsPlain<TResult>())
            return;
        var call = Rehearsal.NewCall();
        ChunkFormat.Write(codec, new ArraySegment<T>([default!]), call);
        Rehearsal.Run(new BoundChunk<T, TResult>(method, false, plain is null ? null : Nothing, plain is null ? Nothing : null), codec, call);
    }

    private static TResult Nothing(T input) => default!;

    private static TResult Nothing(T input, CancellationToken cancellationToken) => default!;

    private int RunAll(ReadOnlySpan<T> inputs, TResult[] results, CancellationToken cancellationToken, out Exception? failure)
    {
        failure = null;
        var begin = Stopwatch.GetTimestamp();
        var (stride, last) = (1, begin);
        for (var done = 0; done < inputs.Length;)
        {
            var count = Math.Min(stride, inputs.Length - done);
            var ran = 0;
            try
            {
                if (plain is not null)
                    RunSome(plain, inputs.Slice(done, count), results.AsSpan(done, count), ref ran);
                else
                    RunSome(inputs.Slice(done, count), results.AsSpan(done, count), ref ran, cancellationToken);
            }
            catch (Exception e)
            {
                failure = e;
                return done + ran;
            }
            done += count;
            // The clock is looked at seldom while inputs take next to no time; but who can tell what the next ones take?
            var now = Stopwatch.GetTimestamp();
            if (now - begin > Enough)
                return done;
            stride = now - last < Moment ? Math.Min(2 * stride, LongestStride) : 1;
            last = now;
        }
        return inputs.Length;
    }

    // Compiled in full at once: called for few inputs at a time, it would else be slow for the whole of a first map.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunSome(Func<T, TResult> call, ReadOnlySpan<T> inputs, Span<TResult> results, ref int ran)
    {
        var context = new KeptContext();
        for (var i = 0; i < inputs.Length; i++)
        {
            results[i] = call(inputs[i]);
            ran = i + 1;
            if (context.HasChanged)
                context.Restore();
        }
    }

    private void RunSome(ReadOnlySpan<T> inputs, Span<TResult> results, ref int ran, CancellationToken cancellationToken)
    {
        var context = new KeptContext();
        for (var i = 0; i < inputs.Length; i++)
        {
            results[i] = other!(inputs[i], cancellationToken);
            ran = i + 1;
            if (context.HasChanged)
                context.Restore();
        }
    }

    private void Write(WireCodec codec, FrameBuffer result, ArraySegment<TResult> results, int asked, long ticks, Exception? failure)
    {
        result.WriteByte(failure is not null ? ChunkFormat.Failed : results.Count < asked ? ChunkFormat.Part : ChunkFormat.Whole);
        result.WriteInt32((int)Math.Min(int.MaxValue, ticks * 1_000_000_000.0 / Stopwatch.Frequency / Math.Max(1, results.Count)));
        try
        {
            ChunkFormat.Write(codec, results, result);
        }
        catch (NotSupportedException e)
        {
            throw BoundMethod.CannotTravel(method, e);
        }
        if (failure is not null)
            RemoteError.Write(result, failure);
    }

    private static Func<T, CancellationToken, TResult> Bind(MethodInfo method, MethodSignature signature)
    {
        switch (signature.Returns, signature.TakesToken)
        {
            case (ReturnKind.Value, true):
                return Make<Func<T, CancellationToken, TResult>>(method);
            case (ReturnKind.TaskOfValue, false):
                var task = Make<Func<T, Task<TResult>>>(method);
                return (x, _) => task(x).GetAwaiter().GetResult();
            case (ReturnKind.TaskOfValue, true):
                var taskWithToken = Make<Func<T, CancellationToken, Task<TResult>>>(method);
                return (x, token) => taskWithToken(x, token).GetAwaiter().GetResult();
            default:
                throw new InvalidDataException($"{method.Name} is not called for many inputs.");
        }
    }

    private static TDelegate Make<TDelegate>(MethodInfo method) where TDelegate : Delegate =>
        (TDelegate)Delegate.CreateDelegate(typeof(TDelegate), MethodReference.TargetFor(method), method);
}
