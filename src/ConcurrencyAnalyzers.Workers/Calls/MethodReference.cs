using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// A method by identity: assembly, module version id, metadata token, type arguments. No code travels, and a
/// worker that runs another build of the assembly says so instead of running the wrong method. Only workers
/// resolve references, and only those of the process that started them.
/// </summary>
internal static class MethodReference
{
    private const int DeepestType = 32;

    private enum Shape : byte
    {
        Plain,
        Generic,
        Vector,
        Array,
    }

    /// <summary>Throws <see cref="ArgumentException"/> for methods that another process cannot find.</summary>
    public static byte[] Encode(MethodInfo method)
    {
        if (method.DeclaringType is not { } type || method.Module.Assembly.IsDynamic)
            throw new ArgumentException("The delegate cannot run in a worker process: its code was made at run time and exists in this process only.", nameof(method));
        var buffer = new FrameBuffer();
        buffer.WriteByte(NamedMethod.IsNeeded ? (byte)1 : (byte)0);
        if (NamedMethod.IsNeeded)
        {
            NamedMethod.Write(buffer, method, type);
            return buffer.Seal(FrameKind.Define, 0)[Frame.HeaderSize..].ToArray();
        }
        WriteType(buffer, type);
        buffer.WriteInt32(method.MetadataToken);
        WriteArguments(buffer, method.IsGenericMethod ? method.GetGenericArguments() : []);
        return buffer.Seal(FrameKind.Define, 0)[Frame.HeaderSize..].ToArray();
    }

    /// <summary>Throws <see cref="WorkerException"/> when this process has no such method, or another build of it.</summary>
    public static MethodInfo Resolve(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        if (reader.ReadByte() != 0)
            return NamedMethod.Read(ref reader);
        var type = ReadType(ref reader, 0);
        var token = reader.ReadInt32();
        var arguments = ReadArguments(ref reader, 0);
        reader.ExpectEnd();
        var found = type.Module.ResolveMethod(token, type.IsGenericType ? type.GetGenericArguments() : null, null);
        var method = (MethodInfo)(MethodBase.GetMethodFromHandle(found!.MethodHandle, type.TypeHandle) ?? found);
        return arguments.Length == 0 ? method : method.MakeGenericMethod(arguments);
    }

    /// <summary>The object that an instance method needs: lambdas that capture nothing live on an empty class.</summary>
    public static object? TargetFor(MethodInfo method) => method.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(method.DeclaringType!);

    private static void WriteType(FrameBuffer buffer, Type type)
    {
        if (type.IsArray)
        {
            buffer.WriteByte((byte)(type.IsSZArray ? Shape.Vector : Shape.Array));
            if (!type.IsSZArray)
                buffer.WriteByte((byte)type.GetArrayRank());
            WriteType(buffer, type.GetElementType()!);
            return;
        }
        buffer.WriteByte((byte)(type.IsGenericType ? Shape.Generic : Shape.Plain));
        buffer.WriteText(type.Assembly.FullName);
        buffer.WriteText(type.Assembly.Location);
        buffer.WriteBytes(type.Module.ModuleVersionId.ToByteArray());
        buffer.WriteInt32(type.MetadataToken);
        if (type.IsGenericType)
            WriteArguments(buffer, type.GetGenericArguments());
    }

    private static void WriteArguments(FrameBuffer buffer, Type[] arguments)
    {
        buffer.WriteByte((byte)arguments.Length);
        foreach (var argument in arguments)
            WriteType(buffer, argument);
    }

    private static Type ReadType(ref PayloadReader reader, int depth)
    {
        if (depth > DeepestType)
            throw new InvalidDataException("A type is nested too deeply.");
        var shape = (Shape)reader.ReadByte();
        switch (shape)
        {
            case Shape.Vector:
                return ReadType(ref reader, depth + 1).MakeArrayType();
            case Shape.Array:
                var rank = reader.ReadByte();
                return ReadType(ref reader, depth + 1).MakeArrayType(rank);
            case Shape.Plain or Shape.Generic:
                var name = reader.ReadText();
                var location = reader.ReadText();
                var module = FindModule(name, location, reader.ReadGuid());
                var type = module.ResolveType(reader.ReadInt32());
                return shape == Shape.Plain ? type : type.MakeGenericType(ReadArguments(ref reader, depth + 1));
            default:
                throw new InvalidDataException($"Unknown type shape {shape}.");
        }
    }

    private static Type[] ReadArguments(ref PayloadReader reader, int depth)
    {
        var arguments = new Type[reader.ReadByte()];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = ReadType(ref reader, depth + 1);
        return arguments;
    }

    private static Module FindModule(string assemblyName, string location, Guid version)
    {
        Assembly assembly;
        try
        {
            assembly = Assembly.Load(new AssemblyName(assemblyName));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            throw new WorkerException($"The worker process cannot find the assembly {assemblyName}, which the caller loaded from '{location}'.", e);
        }
        return Array.Find(assembly.GetModules(), m => m.ModuleVersionId == version)
            ?? throw new WorkerException(
                $"The worker process runs another build of {assembly.GetName().Name}: it loaded '{assembly.Location}', the caller '{location}'.");
    }
}
