using System.Diagnostics;
using System.Reflection;
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
        return (IBoundMethod)Activator.CreateInstance(
            typeof(BoundChunk<,>).MakeGenericType(signature.Parameters[0].ParameterType, signature.ResultType), method, signature)!;
    }
}

/// <summary>
/// A method of one parameter, called for one input after the other. Each starts with the context that the first
/// had, so that what one leaves there does not reach the next. When they take long, the rest is given back: other workers
/// may be free for it.
/// </summary>
internal sealed class BoundChunk<T, TResult>(MethodInfo method, MethodSignature signature) : IBoundMethod
{
    private static readonly long Enough = Stopwatch.Frequency * 10 / 1000;
    private static readonly long Moment = Stopwatch.Frequency * 50 / 1_000_000;

    private readonly Func<T, CancellationToken, TResult> _call = Bind(method, signature);

    private TResult[]? _last;

    public bool HasPorts => false;

    public int Run(WireCodec codec, ref PayloadReader payload, FrameBuffer result, JobPorts ports, CancellationToken cancellationToken)
    {
        CallCulture.Apply(ref payload);
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

    private int RunAll(ReadOnlySpan<T> inputs, TResult[] results, CancellationToken cancellationToken, out Exception? failure)
    {
        failure = null;
        var context = ExecutionContext.Capture();
        var begin = Stopwatch.GetTimestamp();
        var (stride, look, last) = (1, 1, begin);
        for (var i = 0; i < inputs.Length; i++)
        {
            try
            {
                results[i] = _call(inputs[i], cancellationToken);
            }
            catch (Exception e)
            {
                failure = e;
                return i;
            }
            if (context is not null && ExecutionContext.Capture() != context)
                ExecutionContext.Restore(context);
            if (i + 1 < look)
                continue;
            // The clock is looked at seldom while inputs take next to no time.
            var now = Stopwatch.GetTimestamp();
            if (now - begin > Enough)
                return i + 1;
            stride = now - last < Moment ? Math.Min(2 * stride, 4096) : 1;
            (look, last) = (i + 1 + stride, now);
        }
        return inputs.Length;
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
            throw new NotSupportedException($"The result of {method.DeclaringType?.Name}.{method.Name} cannot travel back. {e.Message}", e);
        }
        if (failure is not null)
            RemoteError.Write(result, failure);
    }

    private static Func<T, CancellationToken, TResult> Bind(MethodInfo method, MethodSignature signature)
    {
        var target = MethodReference.TargetFor(method);
        TDelegate Make<TDelegate>() where TDelegate : Delegate => (TDelegate)Delegate.CreateDelegate(typeof(TDelegate), target, method);
        switch (signature.Returns, signature.TakesToken)
        {
            case (ReturnKind.Value, false):
                var plain = Make<Func<T, TResult>>();
                return (x, _) => plain(x);
            case (ReturnKind.Value, true):
                return Make<Func<T, CancellationToken, TResult>>();
            case (ReturnKind.TaskOfValue, false):
                var task = Make<Func<T, Task<TResult>>>();
                return (x, _) => task(x).GetAwaiter().GetResult();
            case (ReturnKind.TaskOfValue, true):
                var taskWithToken = Make<Func<T, CancellationToken, Task<TResult>>>();
                return (x, token) => taskWithToken(x, token).GetAwaiter().GetResult();
            default:
                throw new InvalidDataException($"{method.Name} is not called for many inputs.");
        }
    }
}
