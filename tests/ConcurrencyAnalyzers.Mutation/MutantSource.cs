using ConcurrencyAnalyzers.Mutation.Mutators;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>The mutants of one project, drawn at random from all that it offers.</summary>
internal static class MutantSource
{
    public static IReadOnlyList<Mutant> Of(CapturedProject project, Options options)
    {
        var random = new Random(options.Seed);
        var all = LockRemoval.Mutants(project).Concat(AtomicRemoval.Mutants(project)).Concat(StatementRemoval.Mutants(project));
        return
        [
            .. all.Where(mutant => (options.Only is not { } only || mutant.Kind == only) && (options.Evidence is not { } evidence || mutant.Evidence == evidence) && (options.File is not { } file || mutant.Tree.FilePath.Contains(file, StringComparison.Ordinal)))
                .OrderBy(static mutant => mutant.Tree.FilePath, StringComparer.Ordinal).ThenBy(static mutant => mutant.Place.Start)
                .GroupBy(static mutant => (mutant.Kind, mutant.Evidence))
                .SelectMany(kind => kind.OrderBy(_ => random.Next()).Take(options.PerKind).ToArray()),
        ];
    }
}
