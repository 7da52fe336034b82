using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>Runs analyzers over projects and gives what they and the compiler report, in one fixed order.</summary>
public static class Analysis
{
    /// <summary>Runs analyzers over one project.</summary>
    /// <param name="reversed">Hand the documents to the compiler in reverse, in a compilation of its own.</param>
    /// <exception cref="VerificationException">An analyzer threw, or our engine failed and said nothing; the message holds the stack.</exception>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(
        Project project, ImmutableArray<DiagnosticAnalyzer> analyzers, bool concurrent = true, bool reversed = false, CancellationToken cancellation = default)
    {
        var compilation = (await project.GetCompilationAsync(cancellation))!;
        if (reversed)
            compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());
        if (analyzers.IsEmpty)
            return Ordered(compilation.GetDiagnostics(cancellation));

        var failures = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            (exception, analyzer, _) => failures.Enqueue($"{analyzer.GetType().Name} threw: {exception}"),
            concurrentAnalysis: concurrent,
            logAnalyzerExecutionTime: false);
        var witness = analyzers.Any(analyzer => analyzer.GetType().Assembly == Product.AnalyzerAssembly) ? new EngineWitness() : null;
        var diagnostics = await compilation.WithAnalyzers(witness is null ? analyzers : analyzers.Add(witness), options).GetAllDiagnosticsAsync(cancellation);
        if (witness?.Failure(cancellation) is { } silent)
            failures.Enqueue($"The engine failed: {silent}");

        foreach (var failure in diagnostics.Where(diagnostic => diagnostic.Id is "AD0001" or "AD0002"))
            failures.Enqueue(failure.ToString());
        return failures.IsEmpty
            ? Ordered(diagnostics.Where(diagnostic => !diagnostic.IsSuppressed))
            : throw new VerificationException(string.Join("\n\n", failures));
    }

    /// <summary>By file, place, id and message, so that lists compare.</summary>
    public static ImmutableArray<Diagnostic> Ordered(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.End)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.GetMessage(), StringComparer.Ordinal),
    ];

    public static bool IsCompiler(Diagnostic diagnostic) => diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    /// <summary>Everything of a diagnostic that a user can see, as one line: equal lines mean equal diagnostics.</summary>
    public static string Describe(Diagnostic diagnostic)
    {
        var related = string.Concat(diagnostic.AdditionalLocations.Select(location => "\n    with " + location.GetLineSpan()));
        var properties = string.Concat(diagnostic.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\n    {pair.Key} = {pair.Value}"));
        return $"{diagnostic.Location.GetLineSpan()}: {diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage()}{related}{properties}";
    }
}
