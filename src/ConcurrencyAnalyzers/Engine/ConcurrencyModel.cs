using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine;

/// <summary>
/// What one compilation does concurrently: the only door from the rules to the engine. Computed once, when the first
/// rule asks, and shared by all; nothing in it keeps the compilation alive. Thread-safe.
/// </summary>
internal sealed class ConcurrencyModel
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrencyModel> s_models = new();

    private readonly object _gate = new();
    private volatile Findings? _findings;

    private ConcurrencyModel()
    {
    }

    public static ConcurrencyModel Of(Compilation compilation) => s_models.GetValue(compilation, static _ => new());

    /// <summary>
    /// Everything the engine has to say, for all trees. A failure inside the engine yields <see cref="Findings.None"/>:
    /// an analyzer must never break its user's build.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller no longer wants the answer; nothing is kept.</exception>
    public Findings Findings(Compilation compilation, CancellationToken cancellation)
    {
        if (_findings is { } known)
            return known;
        lock (_gate)
        {
            if (_findings is { } computed)
                return computed;
            try
            {
                return _findings = Compute(compilation, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                return _findings = Engine.Findings.Failed(failure);
            }
        }
    }

    private static Findings Compute(Compilation compilation, CancellationToken cancellation)
    {
        var program = new ProgramIndex(compilation, KnowledgeBase.Bcl, cancellation);
        if (program.Relevant.Count == 0)
            return Engine.Findings.None;
        var table = new Summaries.SummaryTable(program, cancellation);
        var summaries = Try(table.All, program);
        var uses = new Flows.ProgramUses(program);
        var pairs = new Conflicts.ConflictTable(new(program));
        var calls = new Lazy<Conflicts.EntryLocks>(() => new(program, summaries, table.Done));
        var conflicts = Try(() => Conflicts.ConflictFinder.Search(program, summaries, calls.Value, pairs), program);
        var scope = new Lazy<Publication.PublicationScope>(() => new(program, table, summaries, calls.Value, pairs.Meetings));
        var steps = Try(() => Atomicity.BrokenSteps.Find(program, table, summaries, conflicts), program);
        var publications = Try(() => Publication.UnsafePublications.Find(scope.Value, conflicts, steps), program);
        return new Findings
        {
            Conflicts = Publication.UnsafePublications.Fold(conflicts, publications),
            UnsafePublications = publications,
            GuardedEscapes = Try(() => Publication.GuardedEscapes.Find(scope.Value, conflicts), program),
            BrokenSteps = Publication.UnsafePublications.Fold(steps, publications),
            ChangedCaptures = Try(() => Conflicts.ChangedCaptures.Find(summaries), program),
            LockObjects = Try(() => Locks.LockObjects.Find(program), program),
            CpuWork = Try(() => Cost.HeavyWork.Find(program), program),
            UnjoinedHandles = Try(() => Flows.UnjoinedWork.Find(uses), program),
            UnobservedTasks = Try(() => Flows.UnobservedTasks.Find(uses), program),

            // Last: the searches above note what failed.
            Failure = program.Failure,
        };
    }

    /// <summary>One search that fails costs only its own findings.</summary>
    private static ImmutableArray<T> Try<T>(Func<ImmutableArray<T>> search, ProgramIndex program)
    {
        try
        {
            return search();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            program.Note(failure);
            return ImmutableArray<T>.Empty;
        }
    }
}
