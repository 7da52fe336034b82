using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>A method ready to be called with arguments that come as bytes. Thread-safe.</summary>
internal sealed class BoundMethod(MethodInfo method, MethodSignature signature) : IBoundMethod
{
    private readonly MethodSignature _signature = signature;
    private readonly MethodInvoker _invoker = MethodInvoker.Create(method);
    private readonly object? _target = MethodReference.TargetFor(method);

    public static IBoundMethod Create(MethodInfo method)
    {
        var signature = new MethodSignature(method);
        // (What is compiled ahead of time has no such loop for types that it has not seen.)
        if (!RuntimeFeature.IsDynamicCodeSupported || signature is not { Returns: ReturnKind.Value, TakesToken: false, HasPorts: false, Parameters.Length: 0 or 1 })
            return new BoundMethod(method, signature);
        var parameter = signature.Parameters is [var only] ? only.ParameterType : typeof(int);
        return Binder.For(parameter, signature.ResultType).Bind(method, signature.Parameters.Length == 1);
    }

    public static NotSupportedException CannotTravel(MethodInfo method, NotSupportedException e) =>
        new($"The result of {method.DeclaringType?.Name}.{method.Name} cannot travel back. {e.Message}", e);

    public bool HasPorts => _signature.HasPorts;

    public bool TakesToken => _signature.TakesToken;

    public int Run(WireCodec codec, ref PayloadReader payload, FrameBuffer result, JobPorts ports, CancellationToken cancellationToken)
    {
        using var trace = TraceContext.Continue(ref payload, method.Name);
        var arguments = new object?[_signature.Parameters.Length + (_signature.TakesToken ? 1 : 0)];
        for (var i = 0; i < _signature.Parameters.Length; i++)
            arguments[i] = ReadArgument(i, codec, ref payload, ports);
        if (_signature.TakesToken)
            arguments[^1] = cancellationToken;
        payload.ExpectEnd();

        var value = Call(arguments, trace, ports, cancellationToken);
        if (_signature.ResultCarrier is null)
            return 0;
        try
        {
            _signature.ResultCarrier.Write(codec, value, result);
        }
        catch (NotSupportedException e)
        {
            throw CannotTravel(method, e);
        }
        return value is int code ? code : 0;
    }

    public void Prepare(WireCodec codec) => Rehearsal.Compile(method);

    private object? ReadArgument(int i, WireCodec codec, ref PayloadReader payload, JobPorts ports)
    {
        var outer = payload.EnterBlock();
        object? value;
        if (_signature.Ports[i] is not { } shape)
            value = _signature.Arguments[i].Read(codec, ref payload);
        else
            value = payload.ReadByte() == 0 ? null : ports.Open(i, shape, codec);
        payload.LeaveBlock(outer);
        return value;
    }

    private object? Call(object?[] arguments, JobTrace? trace, JobPorts ports, CancellationToken cancellationToken)
    {
        try
        {
            var value = Await(_invoker.Invoke(_target, arguments.AsSpan()));
            if (HasPorts)
                ports.WaitUntilTaken();
            return value;
        }
        catch (Exception e)
        {
            trace?.SetFailed(e.Message);
            if (!cancellationToken.IsCancellationRequested) // else the caller may have stopped taking
                ports.WaitUntilTaken();
            throw;
        }
    }

    private object? Await(object? returned) => _signature.Returns switch
    {
        ReturnKind.Nothing or ReturnKind.Value => returned,
        ReturnKind.ValueTask => Wait(((ValueTask)returned!).AsTask()),
        ReturnKind.ValueTaskOfValue => _signature.ResultCarrier!.AwaitValueTask(returned!),
        _ when returned is null => throw new InvalidOperationException($"{method.Name} returned null instead of a task."),
        ReturnKind.Task => Wait((Task)returned),
        _ => _signature.ResultCarrier!.AwaitTask((Task)returned),
    };

    private static object? Wait(Task task)
    {
        task.GetAwaiter().GetResult();
        return null;
    }
}
