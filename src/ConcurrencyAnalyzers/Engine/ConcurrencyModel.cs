using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Engine;

/// <summary>
/// What one compilation does concurrently: the only door from the rules to the engine. Computed once, when the first
/// rule asks, and shared by all; nothing in it keeps the compilation alive. Thread-safe.
/// </summary>
internal sealed class ConcurrencyModel
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrencyModel> s_models = new();

    private readonly object _gate = new();
    private volatile Answer? _answer;

    /// <summary>What was found, and with which of a user's facts.</summary>
    private sealed record Answer(string Stamp, Findings Findings);

    private ConcurrencyModel()
    {
    }

    public static ConcurrencyModel Of(Compilation compilation) => s_models.GetValue(compilation, static _ => new());

    /// <summary>
    /// Everything the engine has to say, for all trees. A failure inside the engine yields no finding, and says so (<see cref="Findings.Failure"/>):
    /// an analyzer must never break its user's build.
    /// </summary>
    /// <param name="options">Where a user's own facts are; null for none.</param>
    /// <exception cref="OperationCanceledException">The caller no longer wants the answer; nothing is kept.</exception>
    public Findings Findings(Compilation compilation, AnalyzerOptions? options, CancellationToken cancellation)
    {
        var knowledge = UserKnowledge.Of(options, cancellation);
        if (_answer is { } known && known.Stamp == knowledge.Stamp)
            return known.Findings;
        lock (_gate)
        {
            if (_answer is { } computed && computed.Stamp == knowledge.Stamp)
                return computed.Findings;
            try
            {
                _answer = new(knowledge.Stamp, Compute(compilation, knowledge, cancellation));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                _answer = new(knowledge.Stamp, Engine.Findings.Failed(failure));
            }

            return _answer.Findings;
        }
    }

    private static Findings Compute(Compilation compilation, KnowledgeBase knowledge, CancellationToken cancellation)
    {
        var isStrict = compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "StrictConcurrencyAttribute");
        var program = new ProgramIndex(compilation, isStrict ? knowledge.AsStrict() : knowledge, cancellation);
        if (program.Relevant.Count == 0 && program.Trees.All(static tree => tree.MutableMembers.IsEmpty && tree.Problems.IsEmpty))
            return Engine.Findings.None;
        var table = new Summaries.SummaryTable(program, cancellation);
        var summaries = Try(table.All, program);
        var uses = new Flows.ProgramUses(program);
        var pairs = new Conflicts.ConflictTable(table.Stored, program.Knowledge.IsStrict);
        var calls = new Lazy<EntryLocks>(() => new(program, summaries, table.Done));
        var shared = Try(() => ImmutableArray.Create(Conflicts.ConflictFinder.Find(table, summaries, calls.Value, pairs)), program).FirstOrDefault();
        var conflicts = shared?.Conflicts ?? ImmutableArray<Conflicts.Conflict>.Empty;
        var scope = new Lazy<Publication.PublicationScope>(() => new(program, table, summaries, calls.Value, pairs.Meetings));
        var steps = Try(() => Atomicity.BrokenSteps.Find(program, table, calls.Value, summaries, conflicts), program);
        conflicts = Atomicity.BrokenSteps.Mark(conflicts, steps);
        steps = steps.RemoveAll(static step => step.IsTold);
        var publications = Try(() => Publication.UnsafePublications.Find(scope.Value, conflicts, steps), program);
        var escapes = Try(() => Publication.GuardedEscapes.Find(scope.Value, conflicts), program);
        return new Findings
        {
            Conflicts = Publication.GuardedEscapes.Fold(Publication.UnsafePublications.Fold(conflicts, publications), escapes),
            UnsafePublications = publications,
            GuardedEscapes = escapes,
            Breaches = shared?.Breaches ?? ImmutableArray<Contracts.Breach>.Empty,
            Inferred = shared?.Inferred ?? ImmutableArray<Contracts.InferredContract>.Empty,
            IsStrict = isStrict,
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
