using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// A method by its names, in programs that were compiled ahead of time: they have no metadata tokens, and their workers are
/// the program itself, so all that has to be the same is the file.
/// </summary>
internal static class NamedMethod
{
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static bool IsNeeded => !RuntimeFeature.IsDynamicCodeSupported;

    public static void Write(FrameBuffer buffer, MethodInfo method, Type type)
    {
        buffer.WriteBytes(Build(type).ToByteArray());
        buffer.WriteText(NameOf(type));
        buffer.WriteText(method.Name);
        WriteTypes(buffer, method.IsGenericMethod ? method.GetGenericArguments() : []);
        WriteTypes(buffer, Array.ConvertAll(method.GetParameters(), p => p.ParameterType));
    }

    /// <summary>Throws <see cref="WorkerException"/> when this process has no such method, or another build of it.</summary>
    public static MethodInfo Read(ref PayloadReader reader)
    {
        var build = reader.ReadGuid();
        var type = Find(reader.ReadText());
        if (Build(type) != build)
            throw new WorkerException($"The worker process runs another build of {type.Module.Name} than its caller: '{Environment.ProcessPath}' was replaced meanwhile.");
        var name = reader.ReadText();
        var arguments = ReadTypes(ref reader);
        var parameters = ReadTypes(ref reader);
        reader.ExpectEnd();
        foreach (var candidate in type.GetMember(name, MemberTypes.Method, All).Cast<MethodInfo>())
        {
            if ((candidate.IsGenericMethodDefinition ? candidate.GetGenericArguments().Length : 0) != arguments.Length)
                continue;
            var method = arguments.Length == 0 ? candidate : candidate.MakeGenericMethod(arguments);
            if (method.GetParameters().Select(p => p.ParameterType).SequenceEqual(parameters))
                return method;
        }
        throw new WorkerException($"The worker process has no method {type}.{name} with these parameters.");
    }

    private static Guid Build(Type type) => type.Module.ModuleVersionId;

    private static string NameOf(Type type) =>
        type.AssemblyQualifiedName ?? throw new ArgumentException($"The delegate cannot run in a worker process: {type} has no name of its own.", "method");

    private static Type Find(string name) =>
        Type.GetType(name, throwOnError: false) ?? throw new WorkerException($"The worker process has no type {name}.");

    private static void WriteTypes(FrameBuffer buffer, Type[] types)
    {
        buffer.WriteByte((byte)types.Length);
        foreach (var type in types)
            buffer.WriteText(NameOf(type));
    }

    private static Type[] ReadTypes(ref PayloadReader reader)
    {
        var types = new Type[reader.ReadByte()];
        for (var i = 0; i < types.Length; i++)
            types[i] = Find(reader.ReadText());
        return types;
    }
}
