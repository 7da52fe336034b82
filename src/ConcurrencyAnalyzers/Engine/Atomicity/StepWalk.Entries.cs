using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>Who goes through a concurrent dictionary sees in each turn what is under one key at that moment; another value can be there next.</summary>
internal sealed partial class StepWalk
{
    /// <summary>By the variable of a foreach: the dictionary that it goes through.</summary>
    private Dictionary<string, Subject>? _entries;

    /// <summary><c>foreach (var (key, value) in dictionary)</c> sees the value at once; a single variable where its value is asked for.</summary>
    private Moment? NoteEntry(Loop loop, Moment? moment)
    {
        if (moment is null || loop.Kind != LoopKind.ForEach || loop.Variables.IsEmpty || PathOf(loop.Collection) is not { Storage.TypeId: "T:System.Collections.Concurrent.ConcurrentDictionary`2" } path || ContentOf(path) is not { } subject)
            return moment;
        if (loop.Variables is [var entry])
        {
            (_entries ??= new(StringComparer.Ordinal))[entry.Id] = subject;
            return moment;
        }

        if (loop.Variables is not [var key, var value])
            return moment;
        moment = Observe(loop, subject, "L:" + key.Id, Question.Value, new(body.FilePath, new(loop.Span.Start, Math.Min(7, loop.Span.Length))), moment, new(loop.Span.Start, 0), out var id);
        (_shown ??= new(StringComparer.Ordinal))[value.Id] = id;
        return moment;
    }

    /// <summary>By the variable that holds an entry's value: what was seen, anew in each turn.</summary>
    private Dictionary<string, int>? _shown;

    /// <summary><c>entry.Value</c></summary>
    private bool TryEntry(Call call, ref Moment moment)
    {
        if (_entries is null || call is not { Method: { Name: "get_Value", TypeId: "T:System.Collections.Generic.KeyValuePair`2" }, Receiver: Value.Local { Variable: var entry } } || !_entries.TryGetValue(entry.Id, out var subject))
            return false;
        moment = Observe(call, subject, KeyOf(entry), Question.Value, PlaceOf(call), moment, call.Span, out var id);
        _results[call.Number] = Ids.Of(id);
        return true;
    }

    /// <summary>What <see cref="ItemOf"/> calls <c>entry.Key</c>.</summary>
    private static string KeyOf(FieldFacts entry) => "S:" + entry.Id + "#" + (entry.Name.Length + ".Key".Length).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
