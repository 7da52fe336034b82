using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>Asks our rules in this process, as a compiler or an editor does.</summary>
internal static class Session
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_ours = AnalyzerSet.Ours.Load();

    /// <summary>The whole compilation, as in a build.</summary>
    public static ImmutableArray<Diagnostic> All(Compilation compilation) =>
        Driver(compilation).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>One document, as in an editor after a keystroke; with the time it took.</summary>
    public static (ImmutableArray<Diagnostic> Found, TimeSpan Time) One(Compilation compilation, SyntaxTree tree)
    {
        var clock = Stopwatch.StartNew();
        var found = Driver(compilation).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
        return (found, clock.Elapsed);
    }

    /// <summary>Findings as lines of text in a fixed order, to compare.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Diagnostic> found) => found
        .Select(static diagnostic => $"{diagnostic.Location.GetLineSpan()} {diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")
        .Order(StringComparer.Ordinal);

    private static CompilationWithAnalyzers Driver(Compilation compilation) => compilation.WithAnalyzers(
        s_ours, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
}
