using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>
/// Mutants that can be tried in one program: of files that know nothing of each other. So a project is analysed as a whole,
/// and still not once for every mutant.
/// </summary>
internal static class MutantBatches
{
    /// <summary>Changed files in one program at most: the engine reads every one of them anew.</summary>
    private const int MaxMutants = 12;

    public static IReadOnlyList<IReadOnlyList<Mutant>> Of(IEnumerable<Mutant> mutants)
    {
        var relations = new Relations();
        var batches = new List<List<Mutant>>();
        foreach (var mutant in mutants)
        {
            var batch = batches.Find(batch => batch.Count < MaxMutants && !batch.Exists(other => relations.Are(other.Tree, mutant.Tree)));
            if (batch is null)
                batches.Add([mutant]);
            else
                batch.Add(mutant);
        }

        return batches;
    }
}
