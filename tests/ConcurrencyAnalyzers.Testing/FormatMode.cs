using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>
/// What <c>dotnet format analyzers</c> does to a solution, its traps included: for every reported id it analyses the
/// projects that reported it with all analyzers of that id, so that the result carries their other ids too; it asks each
/// provider about the first diagnostic of the whole result, whatever its id, to learn the equivalence key; it holds one
/// provider object per project and runs each of them on diagnostics from before the first.
/// </summary>
internal sealed class FormatMode(AnalysisCache analyses, ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableArray<Type> providers, IReadOnlySet<string> ids)
{
    /// <summary>One run.</summary>
    /// <param name="order">
    /// The order of ids and diagnostics, which the tool leaves to chance. 0: as in the source. 1: the worst case, with
    /// diagnostics of other ids first. From 2 on: shuffled with this seed.
    /// </param>
    /// <param name="log">What the tool would warn about: fixes that could not be applied.</param>
    public async Task<Solution> RunAsync(Solution solution, int order, List<string> log, CancellationToken cancellation)
    {
        var random = new Random(order);
        var reported = new Dictionary<ProjectId, ImmutableHashSet<string>>();
        foreach (var project in solution.Projects)
            reported[project.Id] = [.. (await analyses.DiagnosticsAsync(project, cancellation)).Select(diagnostic => diagnostic.Id).Where(ids.Contains)];

        foreach (var id in Arrange(reported.Values.SelectMany(set => set).Distinct().Order(StringComparer.Ordinal), _ => false))
        {
            var result = new Dictionary<ProjectId, ImmutableArray<Diagnostic>>();
            var involved = analyzers.Select(analyzer => analyzer.SupportedDiagnostics.Select(descriptor => descriptor.Id).ToArray())
                .Where(supported => supported.Contains(id)).SelectMany(supported => supported).ToHashSet();
            foreach (var project in solution.Projects.Where(project => reported[project.Id].Contains(id)))
                result[project.Id] = [.. Arrange((await analyses.DiagnosticsAsync(project, cancellation)).Where(diagnostic => involved.Contains(diagnostic.Id)), diagnostic => diagnostic.Id == id)];
            if (result.Values.All(diagnostics => diagnostics.IsEmpty))
                continue;

            // Providers are loaded once per project that has the package.
            foreach (var type in solution.ProjectIds.SelectMany(_ => providers))
            {
                var provider = (CodeFixProvider)Activator.CreateInstance(type)!;
                if (provider.FixableDiagnosticIds.Contains(id))
                    solution = await ApplyAsync(solution, provider, id, result, log, cancellation);
            }
        }

        return await analyses.SameAsync(solution, cancellation);

        IEnumerable<T> Arrange<T>(IEnumerable<T> items, Func<T, bool> own)
        {
            var array = items.ToArray();
            if (order > 1)
                random.Shuffle(array);
            return order == 1 ? array.OrderBy(own) : array;
        }
    }

    private static async Task<Solution> ApplyAsync(
        Solution solution, CodeFixProvider provider, string id, Dictionary<ProjectId, ImmutableArray<Diagnostic>> result, List<string> log, CancellationToken cancellation)
    {
        if (provider.GetFixAllProvider()?.GetSupportedFixAllScopes().Contains(FixAllScope.Solution) != true)
        {
            log.Add($"{provider.GetType().Name}: no fix-all for a solution.");
            return solution;
        }

        var first = result.Values.SelectMany(diagnostics => diagnostics).FirstOrDefault(diagnostic => diagnostic.Location.SourceTree is not null);
        if (first is null || solution.GetDocument(first.Location.SourceTree) is not { } document)
            return solution;

        CodeAction? offered = null;
        await FixEngine.GuardAsync(provider, () => provider.RegisterCodeFixesAsync(new(document, first, (action, _) => offered ??= action, cancellation)));
        var all = await FixEngine.FixAllAsync(provider, document, FixAllScope.Solution, offered?.EquivalenceKey, [id], result, cancellation);
        if (all is null)
        {
            log.Add($"{provider.GetType().Name}: no action for {id}.");
            return solution;
        }

        return await FixEngine.ApplyAsync(solution, all, provider, cancellation);
    }
}
