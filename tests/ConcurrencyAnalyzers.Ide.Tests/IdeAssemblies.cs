using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ConcurrencyAnalyzers.Ide;

/// <summary>The SDK's copy of the editor engine: the assemblies that <c>dotnet format</c> ships with, Features included.</summary>
internal static class IdeAssemblies
{
    public static string Folder { get; } = Metadata("IdeFolder");

    public static string ReferencePacks { get; } = Metadata("ReferencePacks");

    /// <summary>Why the tests cannot run here, or null.</summary>
    public static string? Absent => File.Exists(Path.Combine(Folder, "Microsoft.CodeAnalysis.CSharp.Features.dll"))
        ? null
        : $"The SDK has no editor engine at '{Folder}'.";

    public static Assembly Load(string name) => AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(Folder, name + ".dll"));

    // No Roslyn lies beside the tests, so every request for one comes here.
    [ModuleInitializer]
    internal static void ResolveFromSdk() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        Path.Combine(Folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;

    private static string Metadata(string key) =>
        typeof(IdeAssemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}

/// <summary>A test that needs the SDK's editor engine and is skipped, with the reason, where the SDK has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IdeFactAttribute : FactAttribute
{
    public IdeFactAttribute() => Skip = IdeAssemblies.Absent;
}
