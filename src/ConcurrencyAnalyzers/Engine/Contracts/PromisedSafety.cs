using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Contracts;

/// <summary>
/// A type that says it is thread-safe expects any number of threads in its members: what they do to its state is held
/// against each other, with no further evidence. Sees what no single lock covers (the test of CodeQL's query for
/// annotated classes), and judges harm as everywhere.
/// </summary>
internal sealed class PromisedSafety(ProgramIndex program)
{
    private const int MaxAccesses = 64;

    private readonly ConflictTable _table = new(new(program), program.Knowledge.IsStrict);

    /// <summary>Whether the body is a member of a type that makes the promise.</summary>
    public bool Covers(BodyFacts body) => IsPromised(body.TypeId);

    /// <summary>Pairs up what the members of one type do to one state.</summary>
    /// <param name="accesses">One for each place, with the fewest locks.</param>
    public void Add(string typeId, IEnumerable<Effect> accesses)
    {
        var own = accesses.Take(MaxAccesses).Select(effect => Inside(effect, typeId)).ToArray();
        if (own.Length == 0 || own[0].Path.Storage is not { Guard: not { IsKnown: true } } state || ((state.Contract | state.OwnerContract) & Contract.ThreadConfined) != 0)
            return;
        for (var i = 0; i < own.Length; i++)
            for (var j = i; j < own.Length; j++)
                if (Judge.Conflict(own[i], own[j], sameFork: false))
                    _table.Add(own[i], FlowText.Caller(own[i].MemberName), own[j], FlowText.Caller(own[j].MemberName), Judge.HarmOf(own[i], own[j], effect => ForkConflicts.Checks(effect, own)), Tier.A);
    }

    public IEnumerable<Breach> ToBreaches() => _table.ToFindings().Select(conflict => new Breach(conflict.Here.Place, BreachKind.Unsafe, NameOfOwner(conflict))
    {
        State = conflict.State,
        Access = conflict.Here,
        Conflict = conflict,
    });

    private bool IsPromised(string typeId) => program.Type(typeId) is { Contract: var contract } && (contract & Contract.ThreadSafe) != 0;

    /// <summary>What happens in another type is this type's doing where it calls it.</summary>
    private static Effect Inside(Effect effect, string typeId) =>
        effect.Trace.IsEmpty || effect.BodyId.IndexOf(typeId.Substring(2) + ".", StringComparison.Ordinal) == 2 ? effect : effect with { Place = effect.Trace[0] };

    private string NameOfOwner(Conflict conflict)
    {
        var body = program.Body(conflict.Here.BodyId);
        return body is not null && program.Type(body.TypeId) is { Name: var name } && IsPromised(body.TypeId) ? name : program.Type(conflict.State.OwnerId)?.Name ?? conflict.State.Name;
    }
}
