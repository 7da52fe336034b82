using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>A call, and where it stands among the nodes of its body.</summary>
internal sealed record PlacedCall(Call Call, BodyFacts Body, int Position);

/// <summary>
/// Where the values of one member go, over its body and every function inside it: what was made by which call, and
/// every use of a call's result, a local, a field or a collection. Order of execution is not looked at here.
/// </summary>
internal sealed class HandleUses
{
    private static readonly List<HandleUse> s_none = [];

    private readonly Dictionary<Value, List<HandleUse>> _uses = [];
    private readonly Dictionary<int, Call> _calls = [];
    private readonly Dictionary<string, Call> _lambdaConsumers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BodyFacts> _bodies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);

    public HandleUses(IEnumerable<BodyFacts> bodies)
    {
        foreach (var body in bodies)
        {
            var position = 0;
            _bodies[body.Id] = body;
            foreach (var parameter in body.Parameters)
                _parameters.Add(parameter.Id);
            foreach (var node in body.Root.All())
            {
                Read(node, body, position++);
            }
        }
    }

    public IEnumerable<BodyFacts> Bodies => _bodies.Values;

    /// <summary>Every call with the body it stands in and its position there.</summary>
    public List<PlacedCall> Calls { get; } = [];

    public IEnumerable<string> FieldIds => _uses.Keys.OfType<Value.Field>().Select(static key => key.Facts.Id);

    public Call? CallOf(int number) => _calls.TryGetValue(number, out var call) ? call : null;

    public BodyFacts? Body(string id) => _bodies.TryGetValue(id, out var body) ? body : null;

    public IReadOnlyList<HandleUse> Of(Value value) => _uses.TryGetValue(KeyOf(value), out var uses) ? uses : s_none;

    /// <summary>The call that is given a lambda or local function; null where it is kept or called here.</summary>
    public Call? ConsumerOf(string bodyId) => _lambdaConsumers.TryGetValue(bodyId, out var consumer) ? consumer : null;

    public bool IsParameter(FieldFacts variable) => _parameters.Contains(variable.Id);

    private static Value KeyOf(Value value) => value is Value.Field field ? new Value.Field(null, field.Facts) : value;

    private void Read(Node node, BodyFacts body, int position)
    {
        switch (node)
        {
            case Call call:
                _calls[call.Number] = call;
                Calls.Add(new(call, body, position));
                if (call.Receiver is not null)
                    Add(call.Receiver, new(UseKind.Receiver, body, node, position) { Call = call });
                foreach (var argument in call.Arguments)
                {
                    Add(argument.Value, new(UseKind.Argument, body, node, position) { Call = call, Ordinal = argument.Ordinal });
                    if (argument.Value is Value.Lambda lambda)
                        _lambdaConsumers[lambda.BodyId] = call;
                }

                break;
            case Await await:
                Add(await.Operand, new(UseKind.Awaited, body, node, position));
                break;
            case Jump jump:
                Add(jump.Value, new(UseKind.Returned, body, node, position));
                break;
            case Bind bind:
                Add(bind.Value, new(UseKind.Stored, body, node, position) { Target = new Value.Local(bind.Variable) });
                break;
            case Access { Stored: not Value.UnknownValue } access when access.Place is not Value.Local:
                Add(access.Stored, new(UseKind.Stored, body, node, position) { Target = access.Place });
                break;
            case Escape escape:
                Add(escape.Value, new(UseKind.Escaped, body, node, position));
                break;
            case Drop drop:
                Add(drop.Value, new(drop.IsExplicit ? UseKind.Discarded : UseKind.Dropped, body, node, position));
                break;
            case Loop { Kind: LoopKind.ForEach } loop when loop.Variables.Length != 1:
                Add(loop.Collection, new(UseKind.Iterated, body, node, position));
                break;
        }
    }

    private void Add(Value value, HandleUse use)
    {
        switch (value)
        {
            case Value.Either either:
                foreach (var option in either.Options)
                    Add(option, use);
                break;
            case Value.Items items:
                Record(items, use);
                foreach (var item in items.Values)
                    Add(item, new(UseKind.Contained, use.Body, use.Node, use.Position) { Target = items });
                break;
            case Value.Element element:
                Add(element.Container, use with { OfItem = true });
                break;
            case Value.Awaited awaited:
                Add(awaited.Task, use with { OfInner = true });
                break;
            case Value.MethodGroup { Receiver: { } receiver }:
                Add(receiver, new(UseKind.Escaped, use.Body, use.Node, use.Position));
                break;
            case Value.Local or Value.Field or Value.CallResult:
                Record(value, use);
                break;
        }
    }

    private void Record(Value value, HandleUse use)
    {
        var key = KeyOf(value);
        if (!_uses.TryGetValue(key, out var uses))
            _uses[key] = uses = [];
        uses.Add(use);
    }
}
