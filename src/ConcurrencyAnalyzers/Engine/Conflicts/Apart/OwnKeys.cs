using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Dictionaries whose entries have a key of their own each: it is drawn when the entry is made, so that nobody comes with it but whom
/// it was given to.
/// </summary>
internal sealed class OwnKeys(ProgramIndex program)
{
    private const int MaxMakers = 3;

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    public bool AreDrawn(FieldFacts dictionary)
    {
        if (!_known.TryGetValue(dictionary.Id, out var areDrawn))
            _known[dictionary.Id] = areDrawn = dictionary.IsPrivate && FindDrawn(dictionary);
        return areDrawn;
    }

    private bool FindDrawn(FieldFacts dictionary)
    {
        var found = false;
        foreach (var body in program.MembersOf(dictionary.OwnerId).SelectMany(program.BodiesOf))
            foreach (var call in body.Root.All().OfType<Call>())
                if (call.Receiver is Value.Field { Facts: var field } && field.Equals(dictionary) && call.Method.Name is "TryAdd" or "Add" or "set_Item" or "GetOrAdd" or "AddOrUpdate")
                {
                    found = true;
                    if (call.Method.Name is "GetOrAdd" or "AddOrUpdate" || !IsDrawn(call.Argument(0), body))
                        return false;
                }

        return found;
    }

    /// <summary>All that the variable is ever given is drawn.</summary>
    public bool IsDrawn(Value? key, BodyFacts body)
    {
        if (key is not Value.Local { Variable: var variable } || body.Parameters.Contains(variable))
            return false;
        var binds = body.Root.All().OfType<Bind>().Where(bind => bind.Variable.Equals(variable)).ToArray();
        return binds.Length > 0 && Array.TrueForAll(binds, bind => (bind.Value is Value.CallResult { Node: var number } ? CallIn(body, number) : body.OnlyCallIn(bind.Span)) is { } maker && Draws(maker, body, MaxMakers));
    }

    private static Call? CallIn(BodyFacts body, int number) => body.Root.All().OfType<Call>().FirstOrDefault(call => call.Number == number);

    /// <summary>A new identity, the text of one, or what a helper gives that makes one.</summary>
    private bool Draws(Call call, BodyFacts body, int depth) => depth > 0 && (call.Method is { TypeId: "T:System.Guid", Name: "NewGuid" or "CreateVersion7" }
        || !call.Method.IsSource && call.Receiver is Value.CallResult { Node: var number } && CallIn(body, number) is { } part && Draws(part, body, depth - 1)
        || call.Method.IsSource && program.Targets(call.Method) is [var target] && program.Body(target) is { Parameters.IsEmpty: true } maker
            && maker.Root.All().OfType<Jump>().Where(static jump => jump.Kind == JumpKind.Return).ToArray() is { Length: > 0 } ways
            && Array.TrueForAll(ways, way => way.Value is Value.CallResult { Node: var made } && CallIn(maker, made) is { } inner && Draws(inner, maker, depth - 1)));
}
