using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// A call that comes before the first one: the method is compiled, and something that does nothing goes its whole way in its place.
/// What is used for the first time costs a thousand times what it costs later, and there is time while a worker waits.
/// </summary>
internal static class Rehearsal
{
    private const int ModuleType = 0x02000001; // where a module initializer stands

    /// <summary>Whether a method can be made ready without an initializer of its modules: the runtime runs that before it compiles anything of them.</summary>
    public static bool IsSilent(MethodInfo method) =>
        IsSilent(method.DeclaringType!) && IsSilent(method.ReturnType)
        && Array.TrueForAll(method.GetParameters(), static p => IsSilent(p.ParameterType)) && Array.TrueForAll(method.GetGenericArguments(), IsSilent);

    private static bool IsSilent(Type type)
    {
        if (type.HasElementType)
            return IsSilent(type.GetElementType()!);
        return Type.GetTypeFromHandle(type.Module.ModuleHandle.ResolveTypeHandle(ModuleType))?.TypeInitializer is null && Array.TrueForAll(type.GetGenericArguments(), IsSilent);
    }

    public static void Compile(MethodInfo method)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return;
        Type[] arguments = [.. method.DeclaringType!.GetGenericArguments(), .. method.GetGenericArguments()];
        if (arguments.Length == 0)
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        else
            RuntimeHelpers.PrepareMethod(method.MethodHandle, Array.ConvertAll(arguments, static a => a.TypeHandle));
    }

    /// <summary>What stands before the arguments of a call.</summary>
    public static FrameBuffer NewCall()
    {
        var call = new FrameBuffer();
        TraceContext.WriteNone(call);
        return call;
    }

    public static void Run(IBoundMethod standIn, WireCodec codec, FrameBuffer call)
    {
        var payload = new PayloadReader(call.PayloadToArray());
        standIn.Run(codec, ref payload, new FrameBuffer(), JobPorts.None, CancellationToken.None);
    }
}
