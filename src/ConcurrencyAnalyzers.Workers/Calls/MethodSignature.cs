using System.Reflection;
using ConcurrencyAnalyzers.Workers.Ports;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>What travels for a call: the parameters, whether a token stands at the end, and the result.</summary>
internal sealed class MethodSignature
{
    public MethodSignature(MethodInfo method)
    {
        var parameters = method.GetParameters();
        TakesToken = parameters is [.., { ParameterType: var last }] && last == typeof(CancellationToken);
        Parameters = TakesToken ? parameters[..^1] : parameters;
        Ports = Array.ConvertAll(Parameters, p => PortShape.For(p.ParameterType));
        for (var i = 0; i < Parameters.Length; i++)
            CheckTravels(Ports[i]?.ItemType ?? Parameters[i].ParameterType, $"its parameter '{Parameters[i].Name}'");
        Returns = Result(method.ReturnType, out var result);
        ResultType = result;
        CheckTravels(ResultType, "its result");
        Arguments = Array.ConvertAll(Parameters, p => ValueCarrier.For(p.ParameterType));
        HasPorts = Array.Exists(Ports, static p => p is not null);
        ResultCarrier = ResultType == typeof(void) ? null : ValueCarrier.For(ResultType);
    }

    /// <summary>The parameters that the caller fills: all but a trailing <see cref="CancellationToken"/>.</summary>
    public ParameterInfo[] Parameters { get; }

    public ValueCarrier[] Arguments { get; }

    /// <summary>For each parameter how it stays connected to the caller; <see langword="null"/> for those that are copied.</summary>
    public PortShape?[] Ports { get; }

    /// <summary>Whether any argument stays connected to the caller.</summary>
    public bool HasPorts { get; }

    /// <summary>The last parameter is a <see cref="CancellationToken"/>, which the worker supplies.</summary>
    public bool TakesToken { get; }

    public ReturnKind Returns { get; }

    /// <summary>What comes out once tasks are awaited; <see cref="void"/> for nothing.</summary>
    public Type ResultType { get; }

    /// <summary><see langword="null"/> when there is no result.</summary>
    public ValueCarrier? ResultCarrier { get; }

    private static ReturnKind Result(Type type, out Type result)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        result = type == typeof(Task) || type == typeof(ValueTask) ? typeof(void)
            : definition == typeof(Task<>) || definition == typeof(ValueTask<>) ? type.GetGenericArguments()[0]
            : type;
        return type == typeof(void) ? ReturnKind.Nothing
            : type == typeof(Task) ? ReturnKind.Task
            : type == typeof(ValueTask) ? ReturnKind.ValueTask
            : definition == typeof(Task<>) ? ReturnKind.TaskOfValue
            : definition == typeof(ValueTask<>) ? ReturnKind.ValueTaskOfValue
            : ReturnKind.Value;
    }

    private static void CheckTravels(Type type, string what)
    {
        if (type.IsByRef || type.IsByRefLike || type.IsPointer || type == typeof(IntPtr) || type == typeof(UIntPtr))
            throw new ArgumentException($"The method cannot run in a worker process: {what} is a {type}, which points into this process.", "method");
        if (type == typeof(object))
            throw new ArgumentException($"The method cannot run in a worker process: {what} is an 'object', which does not say what travels.", "method");
    }
}
