using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// A loop that a type runs on a thread of its own, or on the caller's if he prefers (<c>RunAsync</c> beside <c>Run</c>):
/// it is one run, entered this way or that, not two at once. A chain of callbacks, each of which registers the next, is
/// such a loop too.
/// </summary>
internal sealed class SameRun(ProgramIndex program, IReadOnlyCollection<Summary> all)
{
    private const int MaxDepth = 3;

    private readonly ILookup<string, string> _calls = all.SelectMany(static summary => summary.Calls).Where(static site => site.OnThis).ToLookup(static site => site.CallerId, static site => site.TargetId, StringComparer.Ordinal);

    private readonly HashSet<string> _chains = new(all.Where(static summary => summary.Leaked.Any(static fork => fork is { Kind: ForkKind.Callback, IsReturned: false })).Select(static summary => summary.Body.Id), StringComparer.Ordinal);

    /// <summary>The private bodies with the flow's own loop that these bodies lead to.</summary>
    public HashSet<string> LoopsOf(IEnumerable<string> bodies) =>
        new(bodies.SelectMany(id => Reached(id, MaxDepth)).Where(IsLoop), StringComparer.Ordinal);

    /// <summary>Whether the member runs one of the loops itself.</summary>
    public bool Enters(string member, HashSet<string> loops) => loops.Count > 0 && Reached(member, MaxDepth).Any(loops.Contains);

    private IEnumerable<string> Reached(string id, int depth) =>
        depth == 0 ? [id] : _calls[id].Distinct().SelectMany(target => Reached(target, depth - 1)).Prepend(id);

    private bool IsLoop(string id) =>
        program.Body(id) is { IsPrivate: true, IsNested: false } body
        && (_chains.Contains(id) || body.Root.All().OfType<Loop>().Any(static loop => loop is { Kind: LoopKind.While or LoopKind.DoWhile, IsAsync: false, Trips.IsCounted: false }));
}
