using System.Reflection;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// A method of one parameter or none that gives its result as it is, ready to be called. Most are such, and by a delegate of
/// their own type they are called without boxes, and without the code that the runtime makes for a reflected call: its second
/// call would wait for that longer than for all else. Thread-safe.
/// </summary>
internal sealed class BoundFunction<T, TResult> : IBoundMethod
{
    private readonly MethodInfo _method;
    private readonly Func<T, TResult>? _one;
    private readonly Func<TResult>? _none;

    public BoundFunction(MethodInfo method, bool hasParameter)
    {
        _method = method;
        var target = MethodReference.TargetFor(method);
        if (hasParameter)
            _one = (Func<T, TResult>)Delegate.CreateDelegate(typeof(Func<T, TResult>), target, method);
        else
            _none = (Func<TResult>)Delegate.CreateDelegate(typeof(Func<TResult>), target, method);
    }

    private BoundFunction(MethodInfo method, Func<T, TResult>? one, Func<TResult>? none) => (_method, _one, _none) = (method, one, none);

    public bool HasPorts => false;

    public bool TakesToken => false;

    public int Run(WireCodec codec, ref PayloadReader payload, FrameBuffer result, JobPorts ports, CancellationToken cancellationToken)
    {
        using var trace = TraceContext.Continue(ref payload, _method.Name);
        var argument = default(T)!;
        if (_one is not null)
        {
            var outer = payload.EnterBlock();
            argument = codec.Read<T>(ref payload);
            payload.LeaveBlock(outer);
        }
        payload.ExpectEnd();
        var value = Call(argument, trace);
        try
        {
            codec.Write(value, result);
        }
        catch (NotSupportedException e)
        {
            throw BoundMethod.CannotTravel(_method, e);
        }
        return typeof(TResult) == typeof(int) ? (int)(object)value! : 0;
    }

    public void Prepare(WireCodec codec)
    {
        Rehearsal.Compile(_method);
        if (!WireCodec.IsPlain<T>() || !WireCodec.IsPlain<TResult>())
            return;
        var call = Rehearsal.NewCall();
        if (_one is not null)
        {
            var block = call.BeginBlock();
            codec.Write(default(T)!, call);
            call.EndBlock(block);
        }
        Rehearsal.Run(_one is not null ? new BoundFunction<T, TResult>(_method, Nothing, null) : new BoundFunction<T, TResult>(_method, null, Nothing), codec, call);
    }

    private static TResult Nothing(T argument) => default!;

    private static TResult Nothing() => default!;

    private TResult Call(T argument, JobTrace? trace)
    {
        try
        {
            return _one is not null ? _one(argument) : _none!();
        }
        catch (Exception e)
        {
            trace?.SetFailed(e.Message);
            throw;
        }
    }
}
