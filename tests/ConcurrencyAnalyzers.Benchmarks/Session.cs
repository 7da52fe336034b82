using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>Asks our rules in this process, as a compiler or an editor does.</summary>
internal static class Session
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_ours = [.. AnalyzerSet.Portable.Load(), new Witness()];

    private static int s_asked;

    /// <summary>The whole compilation, as in a build.</summary>
    public static ImmutableArray<Diagnostic> All(Compilation compilation) =>
        Driver(compilation).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>One document, as in an editor after a keystroke; with the time it took.</summary>
    public static (ImmutableArray<Diagnostic> Found, TimeSpan Time) One(Compilation compilation, SyntaxTree tree)
    {
        var clock = Stopwatch.StartNew();
        var found = Driver(compilation).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
        var time = clock.Elapsed;
        return Interlocked.Exchange(ref s_asked, 0) > 0 ? (found, time) : throw new InvalidOperationException("The driver asked no rule about " + tree.FilePath);
    }

    /// <summary>Findings as lines of text in a fixed order, to compare.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Diagnostic> found) => found
        .Select(static diagnostic => $"{diagnostic.Location.GetLineSpan()} {diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")
        .Order(StringComparer.Ordinal);

    /// <summary>Sees that the driver asks at all: a measurement of nothing looks splendid.</summary>
#pragma warning disable RS1001 // Not for others to load.
    private sealed class Witness : DiagnosticAnalyzer
#pragma warning restore RS1001
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("WITNESS0001", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
            context.RegisterSemanticModelAction(static _ => Interlocked.Increment(ref s_asked));
        }
    }

    private static CompilationWithAnalyzers Driver(Compilation compilation) => compilation.WithAnalyzers(
        s_ours, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
}
