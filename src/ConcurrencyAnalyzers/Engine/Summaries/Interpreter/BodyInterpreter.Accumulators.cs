using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// What the runs of a parallel loop collect in. A function that makes it is called for each of them: where it gives one object
/// that was there before, or where the object itself is handed in, all runs have the same one.
/// </summary>
internal sealed partial class BodyInterpreter
{
    private IReadOnlyList<AbstractValue> GivenTo(Atom.Delegate target, Summary summary, Fork fork, Call call, IReadOnlyList<AbstractValue> arguments, ref State state)
    {
        var parameters = summary.Body.Parameters;

        // With no function that joins the parts, the items are taken one after the other.
        if (call.Method is { TypeId: "T:System.Linq.ParallelEnumerable", Name: "Aggregate" })
            return call.Arguments.Length == 5 && parameters.Length == 2 && IsArgument(2, ref state) ? [Collected(parameters[0], fork, CollectedIn(call, 1, ref state)), arguments.Count > 0 ? arguments[0] : AbstractValue.Unknown] : arguments;

        if (call.Method.TypeId != "T:System.Threading.Tasks.Parallel" || call.Arguments.Length < 4 || parameters.Length < 2)
            return arguments;
        var last = call.Arguments.Max(static argument => argument.Ordinal);
        if (!IsArgument(last - 1, ref state) || Evaluate(call.Argument(last - 2), ref state).Delegates.All(made => asked.Body(made.BodyId) is not { Parameters.IsEmpty: true }))
            return arguments;
        var given = new AbstractValue[parameters.Length];
        for (var i = 0; i < given.Length; i++)
            given[i] = i < arguments.Count ? arguments[i] : AbstractValue.Unknown;
        given[given.Length - 1] = Collected(parameters[parameters.Length - 1], fork, CollectedIn(call, last - 2, ref state));
        return given;

        bool IsArgument(int ordinal, ref State now) => Evaluate(call.Argument(ordinal), ref now).Delegates.Any(argument => argument.BodyId == target.BodyId);
    }

    /// <summary>The objects that were there before: handed in, or given by the function again and again.</summary>
    private AbstractValue CollectedIn(Call call, int ordinal, ref State state)
    {
        var value = Evaluate(call.Argument(ordinal), ref state);
        var objects = value.Objects.ToList();
        foreach (var maker in value.Delegates)
            if (maker.IsClosure && asked.Of(maker.BodyId) is { } summary)
                foreach (var made in summary.Result.Objects)
                    if (made is { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } captured } && Declares(made.RootId))
                        objects.AddRange(state.Variables.TryGetValue(captured.Id, out var held) ? held.Objects : [made]);
                    else if (made.Root is RootKind.This or RootKind.Static)
                        objects.Add(made);
        return objects.Count == 1 && value.Delegates.Count() == (value.Objects.Count == 0 ? 1 : 0) ? AbstractValue.Of(objects[0]) : AbstractValue.Unknown;
    }

    private static AbstractValue Collected(FieldFacts parameter, Fork fork, AbstractValue value)
    {
        if (value.Single is not { } path)
            return AbstractValue.Unknown;
        fork.Accumulators.Add(path.Key);
        return AbstractValue.Of(path.Named(parameter));
    }
}
