using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>
/// What the measurement of one member's work asks of the program, with the answers it got: while they stay the same, so
/// does what was measured. Not thread-safe; the answers are not changed once the measurement has ended.
/// </summary>
/// <param name="bindings">Shared by all measurements of one program: what it says of a variable is a matter of one member's text.</param>
internal sealed class CostInquiry(ProgramIndex program, Bindings bindings)
{
    private readonly Dictionary<string, BodyFacts?> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Aim> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _initializers = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldFacts, Quantity?> _initials = [];
    private readonly ulong _shape = program.Shape;

    public KnowledgeBase Knowledge => program.Knowledge;

    public BodyFacts? Body(string bodyId) => _bodies[bodyId] = program.Body(bodyId);

    public ImmutableArray<string> Targets(MethodFacts method)
    {
        if (!_targets.TryGetValue(method.Id, out var known))
            _targets[method.Id] = known = new(method, program.Targets(method));
        return known.Targets;
    }

    public IReadOnlyList<string> InitializersOf(string typeId)
    {
        if (!_initializers.TryGetValue(typeId, out var known))
            _initializers[typeId] = known = program.InitializersOf(typeId).ToArray();
        return known;
    }

    /// <summary>Everything that is stored in the variables of a member counts from here on.</summary>
    public void Include(string memberId)
    {
        _ = Body(memberId);
        bindings.Include(memberId);
    }

    /// <summary>What is stored in a variable.</summary>
    public IReadOnlyList<Bind> Of(string variable) => bindings.Of(variable);

    /// <summary>The loop that counts with the variable.</summary>
    public LoopBounds? CounterLoop(string variable) => bindings.CounterLoop(variable);

    public Call? CallOf(string memberId, int number) => bindings.CallOf(memberId, number);

    /// <summary>What a readonly field is initialised with at its declaration; null where that is unknown.</summary>
    public Quantity? Initial(FieldFacts field)
    {
        if (!_initials.TryGetValue(field, out var known))
            _initials[field] = known = bindings.Initial(field);
        return known;
    }

    /// <summary>Whether another program answers the same.</summary>
    public bool Holds(ProgramIndex other, Bindings otherBindings)
    {
        foreach (var pair in _bodies)
            if (!ReferenceEquals(other.Body(pair.Key), pair.Value))
                return false;
        if (other.Shape != _shape && !KeepsShape(other))
            return false;
        foreach (var pair in _initials)
            if (!ReferenceEquals(otherBindings.Initial(pair.Key), pair.Value))
                return false;
        return true;
    }

    /// <summary>Whether what was asked of the declarations is the same, although others are not.</summary>
    private bool KeepsShape(ProgramIndex other)
    {
        foreach (var pair in _targets)
            if (!pair.Value.Holds(other))
                return false;
        foreach (var pair in _initializers)
            if (!other.InitializersOf(pair.Key).SequenceEqual(pair.Value))
                return false;
        return true;
    }

    /// <summary>From here on only the answers are needed.</summary>
    public CostInquiry Closed()
    {
        (program, bindings) = (null!, null!);
        return this;
    }
}
