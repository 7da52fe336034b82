using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>
/// All that is ever stored in a variable, whatever the order: good enough for sizes, and it needs no state. Filled
/// member by member, as bodies are measured.
/// </summary>
internal sealed class Bindings(ProgramIndex program)
{
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Bind>> _binds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LoopBounds> _counters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, Call>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Quantity?> _fields = new(StringComparer.Ordinal);

    public void Include(string memberId)
    {
        if (!_members.Add(memberId))
            return;
        var calls = _calls[memberId] = [];
        foreach (var body in program.BodiesOf(memberId))
            foreach (var node in body.Root.All())
            {
                switch (node)
                {
                    case Bind bind:
                        if (!_binds.TryGetValue(bind.Variable.Id, out var binds))
                            _binds[bind.Variable.Id] = binds = [];
                        binds.Add(bind);
                        break;
                    case Loop { Bounds: { Counter: { } counter, End: LoopEnd.Counted } bounds }:
                        _counters[counter.Id] = bounds;
                        break;
                    case Call call:
                        calls[call.Number] = call;
                        break;
                }
            }
    }

    public IReadOnlyList<Bind> Of(string variable) => _binds.TryGetValue(variable, out var binds) ? binds : [];

    /// <summary>The loop that counts with the variable.</summary>
    public LoopBounds? CounterLoop(string variable) => _counters.TryGetValue(variable, out var bounds) ? bounds : null;

    public Call? CallOf(string memberId, int number) => _calls.TryGetValue(memberId, out var calls) && calls.TryGetValue(number, out var call) ? call : null;

    /// <summary>What a readonly field is initialised with at its declaration; null where that is unknown.</summary>
    public Quantity? Initial(FieldFacts field)
    {
        if (!field.IsReadOnly || field.IsLocal || field.DeclarationPath.Length == 0)
            return null;
        if (_fields.TryGetValue(field.Id, out var known))
            return known;
        var initializers = field.IsStatic ? [DeclarationReader.StaticInitializerId(field.OwnerId, field.DeclarationPath)] : program.InitializersOf(field.OwnerId);
        return _fields[field.Id] = initializers.Select(program.Body).OfType<BodyFacts>().SelectMany(static body => body.Root.All()).OfType<Access>()
            .FirstOrDefault(access => access.Place is Value.Field { Facts: var stored } && stored.Equals(field))?.Quantity;
    }
}
