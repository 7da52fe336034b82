using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Runs that each count what they are given, <c>counts[item]++</c>: a count of things of which there is one each would be no count,
/// so the same item comes to several runs. What is only stored, or summed up, under an item may well be its own.
/// </summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>The runs are given what a sequence holds, and not numbers that are drawn up for them or keys.</summary>
    private bool MayRepeat(Call loop) => loop.Method.Name is not ("For" or "ForAsync") && !IsOfDistinct(loop.Argument(0), 0);

    private bool IsOfDistinct(Value? source, int depth) => source switch
    {
        Value.CallResult { Node: var number } when depth < MaxSteps && body.Root.All().OfType<Call>().FirstOrDefault(call => call.Number == number) is { } made =>
            made.Method.Name is "Range" or "Distinct" or "DistinctBy" or "Union" or "Intersect" or "Except" or "ToHashSet" or "get_Keys" or "Create" || IsOfDistinct(made.Receiver ?? made.Argument(0), depth + 1),
        Value.Local { Variable: var variable } when depth < MaxSteps => variable.TypeId.Contains("Set`1") || body.Root.All().OfType<Bind>().Any(bind => bind.Variable.Equals(variable) && IsOfDistinct(bind.Value, depth + 1)),
        Value.Field { Facts.TypeId: var type } => type.Contains("Set`1"),
        _ => false,
    };

    private const int MaxSteps = 6;

    private static Effect Counted(Effect effect, BodyFacts run) =>
        effect is { Operator: "++" or "--", IsAtomic: false, InLoop: false, Trace.Length: 1 } && effect.Path.Steps.Any(step => IsItem(step, run))
            ? effect with { Path = effect.Path.WithIndexes(step => IsItem(step, run) ? step with { Index = IndexShape.Variable, IndexName = IndexNames.Computed("") } : step) }
            : effect;

    private static bool IsItem(Step step, BodyFacts run) => step is { Kind: StepKind.Element, Index: IndexShape.Parameter } && run.Parameters is [{ Id: var item }, ..] && step.IndexName == item;
}
