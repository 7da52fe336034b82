using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>The delegates that are put into the collections and arrays that fields hold.</summary>
internal sealed partial class StoredTargets
{
    private Dictionary<string, List<Put>>? _puts;

    private sealed record Put(BodyFacts Body, Value Value, bool IsOnce);

    private IEnumerable<Put> PutsOf(FieldFacts collection)
    {
        _puts ??= CollectPuts();
        return _puts.TryGetValue(collection.Id, out var puts) ? puts : [];
    }

    private Dictionary<string, List<Put>> CollectPuts()
    {
        var puts = new Dictionary<string, List<Put>>(StringComparer.Ordinal);
        foreach (var member in program.Relevant.Concat(program.Subscribers))
            foreach (var body in program.BodiesOf(member))
                Collect(body, puts);
        return puts;
    }

    private static void Collect(BodyFacts body, Dictionary<string, List<Put>> puts)
    {
        Dictionary<int, FieldFacts>? made = null;
        foreach (var node in body.Root.All())
        {
            if (node is Access { Place: Value.Element { Container: Value.Field { Facts: var array } }, Stored: Value.Lambda or Value.MethodGroup } slot)
            {
                Add(array, slot.Stored, slot);
            }
            else if (node is Access { Place: Value.Field { Facts: var field }, Stored: Value.Items { Values: var items } } filled)
            {
                foreach (var item in items)
                    Add(field, item, filled);
            }
            else if (node is Call call && call.Arguments.Any(static argument => argument.Value is Value.Lambda or Value.MethodGroup)
                && call.Method.Name is "Add" or "Enqueue" or "Push" or "TryAdd" or "Insert" or "AddLast" or "AddFirst" or "set_Item")
            {
                // What an initialiser fills goes into the field a moment later.
                made ??= FieldsOfMade(body);
                if (call.Receiver is Value.Field { Facts: var filling } || call.Receiver is Value.CallResult { Node: var creation } && made.TryGetValue(creation, out filling!))
                    foreach (var argument in call.Arguments)
                        Add(filling, argument.Value, call);
            }
        }

        void Add(FieldFacts collection, Value put, Node at)
        {
            if (put is not (Value.Lambda or Value.MethodGroup))
                return;
            if (!puts.TryGetValue(collection.Id, out var list))
                puts[collection.Id] = list = [];
            list.Add(new(body, put, !body.Root.All().OfType<Loop>().Any(loop => loop.Span.Contains(at.Span))));
        }
    }

    /// <summary>The fields that objects made in the body are stored in, by the number of the creating call.</summary>
    private static Dictionary<int, FieldFacts> FieldsOfMade(BodyFacts body)
    {
        var fields = new Dictionary<int, FieldFacts>();
        foreach (var access in body.Root.All().OfType<Access>())
            if (access is { Place: Value.Field { Facts: var field }, Stored: Value.CallResult { Node: var node } } && (access.Kind & AccessKind.Write) != 0)
                fields[node] = field;
        return fields;
    }
}
