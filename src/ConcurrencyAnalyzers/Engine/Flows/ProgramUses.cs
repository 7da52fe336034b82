using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>The uses of values in every member that matters, read once for all who ask; and where a field is used.</summary>
internal sealed class ProgramUses(ProgramIndex program)
{
    /// <summary>They are a matter of the member's text alone, and stay with its body.</summary>
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<BodyFacts, HandleUses> s_known = new();

    private readonly Dictionary<string, HandleUses> _members = new(StringComparer.Ordinal);
    private Dictionary<string, List<HandleUses>>? _fields;
    private Dictionary<string, List<(HandleUses Uses, BodyFacts Body, Call Call, int Position)>>? _callers;

    public ProgramIndex Program { get; } = program;

    /// <summary>Null where the member has no body in this compilation.</summary>
    public HandleUses? Of(string memberId)
    {
        if (_members.TryGetValue(memberId, out var known))
            return known;
        return Program.Body(memberId) is { } member ? _members[memberId] = s_known.GetValue(member, _ => new(Program.BodiesOf(memberId))) : null;
    }

    /// <summary>The members that put a value into a field or take one out of it.</summary>
    public IReadOnlyList<HandleUses> OfField(FieldFacts field)
    {
        if (_fields is null)
        {
            _fields = new(StringComparer.Ordinal);
            foreach (var member in Program.Relevant)
                if (Of(member) is { } uses)
                    foreach (var id in uses.FieldIds)
                        Add(_fields, id, uses);
        }

        return _fields.TryGetValue(field.Id, out var found) ? found : [];
    }

    /// <summary>The calls of a member or local function in members that matter.</summary>
    public IReadOnlyList<(HandleUses Uses, BodyFacts Body, Call Call, int Position)> CallsOf(string bodyId)
    {
        if (_callers is null)
        {
            _callers = new(StringComparer.Ordinal);
            foreach (var member in Program.Relevant)
                if (Of(member) is { } uses)
                    foreach (var (call, body, position) in uses.Calls)
                        if (call.Receiver is Value.Lambda local)
                            Add(_callers, local.BodyId, (uses, body, call, position));
                        else if (call.Method.IsSource)
                            Add(_callers, call.Method.Id, (uses, body, call, position));
        }

        return _callers.TryGetValue(bodyId, out var found) ? found : [];
    }

    private static void Add<T>(Dictionary<string, List<T>> map, string key, T value)
    {
        if (!map.TryGetValue(key, out var list))
            map[key] = list = [];
        list.Add(value);
    }
}
