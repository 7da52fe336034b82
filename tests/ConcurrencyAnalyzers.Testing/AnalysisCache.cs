using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>
/// Analyses each project state of a test once. Fixing one by one, in three scopes and as <c>dotnet format</c> does mostly meets
/// the same few texts again, and analysis is what a test spends its time on. For one test run, not thread-safe.
/// </summary>
internal sealed class AnalysisCache(ImmutableArray<DiagnosticAnalyzer> analyzers)
{
    private readonly Dictionary<Project, ImmutableArray<Diagnostic>> _analysed = [];
    private readonly Dictionary<string, Solution> _seen = new(StringComparer.Ordinal);

    /// <summary>All that the analyzers and the compiler report in a project.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, CancellationToken cancellation)
    {
        if (!_analysed.TryGetValue(project, out var diagnostics))
            _analysed[project] = diagnostics = await Analysis.RunAsync(project, analyzers, cancellation: cancellation);
        return diagnostics;
    }

    /// <summary>A solution with the same texts that was seen before, or this one. Only for solutions that descend from one input.</summary>
    public async Task<Solution> SameAsync(Solution solution, CancellationToken cancellation)
    {
        var key = new StringBuilder();
        foreach (var document in solution.Projects.SelectMany(project => project.Documents))
            key.Append(document.Id.Id).Append('\n').Append(await document.GetTextAsync(cancellation)).Append('\0');
        var text = key.ToString();
        if (!_seen.TryGetValue(text, out var seen))
            _seen[text] = seen = solution;
        return seen;
    }
}
