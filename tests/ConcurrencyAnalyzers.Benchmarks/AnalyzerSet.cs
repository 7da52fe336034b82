using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>Analyzers that are measured together, under the name of their package.</summary>
internal sealed record AnalyzerSet(string Name, ImmutableArray<string> Files)
{
    /// <summary>Packages that look for bugs of the same kind, among others.</summary>
    private static readonly string[] s_peers = ["AsyncFixer", "Meziantou.Analyzer", "Microsoft.VisualStudio.Threading.Analyzers", "Roslynator.Analyzers", "SonarAnalyzer.CSharp"];

    public static AnalyzerSet None { get; } = new("no analyzer", []);

    public static AnalyzerSet Empty { get; } = new("empty analyzer", [typeof(EmptyAnalyzer).Assembly.Location]);

    public static AnalyzerSet Portable { get; } = new("ConcurrencyAnalyzers, portable", [typeof(Rules.ConcurrencyRule).Assembly.Location]);

    /// <summary>As the package gives them to a compiler on this machine; the portable ones where they were not compiled ahead of time.</summary>
    public static AnalyzerSet Ours { get; } = Path.Combine(AppContext.BaseDirectory, "ready-to-run", "ConcurrencyAnalyzers.dll") is var ahead && File.Exists(ahead)
        ? new("ConcurrencyAnalyzers", [ahead])
        : Portable;

    public static IEnumerable<AnalyzerSet> OursInBothForms => Ours == Portable ? [Ours] : [Ours, Portable];

    /// <summary>The peers that lie in the NuGet cache, newest version each.</summary>
    public static IEnumerable<AnalyzerSet> CachedPeers()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var peer in s_peers)
        {
            var versions = new DirectoryInfo(Path.Combine(cache, peer.ToLowerInvariant()));
            if (versions.Exists && versions.EnumerateDirectories().MaxBy(static version => Version.TryParse(version.Name, out var number) ? number : new()) is { } newest)
                yield return Of(peer + " " + newest.Name, newest.FullName);
        }
    }

    /// <param name="text"><c>NAME=PATH</c> or a path: an assembly, or a folder, as of an unpacked package.</param>
    public static AnalyzerSet Parse(string text)
    {
        var mark = text.IndexOf('=', StringComparison.Ordinal);
        var path = Path.GetFullPath(text[(mark + 1)..]);
        return Of(mark < 0 ? Path.GetFileNameWithoutExtension(path) : text[..mark], path);
    }

    /// <summary>Instances of all rules for C#, to run in this process.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Load() =>
    [
        .. Files.SelectMany(static file => Assembly.LoadFrom(file).GetTypes())
            .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
    ];

    private static AnalyzerSet Of(string name, string path)
    {
        if (File.Exists(path))
            return new(name, [path]);
        var root = Path.Combine(path, "analyzers");
        var files = Directory.GetFiles(Directory.Exists(root) ? root : path, "*.dll", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase) && !file.Contains($"{Path.DirectorySeparatorChar}vb{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToArray();

        // A package may hold one build for each compiler: the newest that this compiler can load counts.
        var newest = files.Select(CompilerOf).Where(static version => version <= CompilerVersion).Max();
        return new(name, [.. files.Where(file => CompilerOf(file) == newest).Order(StringComparer.Ordinal)]);
    }

    private static Version CompilerVersion => typeof(CSharpCompilation).Assembly.GetName().Version!;

    private static Version CompilerOf(string file)
    {
        foreach (var part in file.Split(Path.DirectorySeparatorChar))
            if (part.StartsWith("roslyn", StringComparison.Ordinal) && Version.TryParse(part["roslyn".Length..], out var version))
                return version;
        return new();
    }
}
