using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>
/// A set of reference assemblies that test sources compile against. Every set is loaded once per process and shared:
/// loading is the largest single cost of a test, and shared references let compilations share their symbols.
/// </summary>
public sealed class ReferenceAssemblies
{
    private static readonly ConcurrentDictionary<string, Lazy<ImmutableArray<MetadataReference>>> s_folders = new();

    private readonly Lazy<ImmutableArray<MetadataReference>> _references;

    private ReferenceAssemblies(string targetFramework, params string[] folders)
        : this(targetFramework, new Lazy<ImmutableArray<MetadataReference>>(() => [.. folders.SelectMany(folder => LoadShared(folder))]))
    {
    }

    private ReferenceAssemblies(string targetFramework, Lazy<ImmutableArray<MetadataReference>> references) =>
        (TargetFramework, _references) = (targetFramework, references);

    /// <summary>The target framework moniker, e.g. <c>net10.0</c>.</summary>
    public string TargetFramework { get; }

    /// <summary>The references; loaded at the first call, the same objects ever after.</summary>
    /// <exception cref="DirectoryNotFoundException">The packages of this set are not on the machine.</exception>
    public ImmutableArray<MetadataReference> References => _references.Value;

    /// <summary>What a test compiles against unless it says otherwise: .NET 10.</summary>
    public static ReferenceAssemblies Default => Net.Net100;

    /// <summary>No references at all: not even <c>System.Object</c> is known.</summary>
    public static ReferenceAssemblies None { get; } = new("none");

    /// <summary>This set less the assemblies whose simple names the predicate takes.</summary>
    public ReferenceAssemblies Without(Func<string, bool> left) => new(
        TargetFramework,
        new Lazy<ImmutableArray<MetadataReference>>(() => [.. References.Where(reference => !left(Path.GetFileNameWithoutExtension(reference.Display!)))]));

    public override string ToString() => TargetFramework;

    /// <summary>.NET 8 and up.</summary>
    public static class Net
    {
        public static ReferenceAssemblies Net80 { get; } = new("net8.0", "net8.0");
        public static ReferenceAssemblies Net90 { get; } = new("net9.0", "net9.0");
        public static ReferenceAssemblies Net100 { get; } = new("net10.0", "net10.0");

        /// <summary>.NET 10 with ASP.NET Core: hosting, dependency injection, controllers, minimal APIs.</summary>
        public static ReferenceAssemblies AspNet100 { get; } = new("net10.0", "net10.0", "net10.0-aspnet");
    }

    public static class NetStandard
    {
        public static ReferenceAssemblies NetStandard20 { get; } = new("netstandard2.0", "netstandard2.0");
    }

    public static class NetFramework
    {
        public static ReferenceAssemblies Net472 { get; } = new("net472", "net472");
    }

    private static ImmutableArray<MetadataReference> LoadShared(string name) =>
        s_folders.GetOrAdd(name, static n => new(() => Load(n))).Value;

    private static ImmutableArray<MetadataReference> Load(string name)
    {
        var folder = typeof(ReferenceAssemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "References:" + name).Value!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The reference assemblies of {name} are not in '{folder}'; restore the solution.");

        return [.. Files(folder, name == "net472")
            .Order(StringComparer.Ordinal)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];
    }

    // .NET Framework's folder also holds rarely used and design-time assemblies; tests need what a new project gets.
    private static IEnumerable<string> Files(string folder, bool framework) => framework
        ? new[] { "mscorlib", "System", "System.Core", "System.Data", "System.Net.Http", "System.Xml", "System.Xml.Linq", "Microsoft.CSharp" }
            .Select(name => Path.Combine(folder, name + ".dll"))
            .Concat(Directory.GetFiles(Path.Combine(folder, "Facades"), "*.dll"))
        : Directory.GetFiles(folder, "*.dll");
}
