using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Cost;

internal sealed partial class CostModel
{
    /// <summary>By how much every level of two-fold recursion multiplies the calls: the golden ratio, as in Fibonacci's.</summary>
    private const double Branching = 1.618;

    private const double MostCalls = 1e12;

    /// <summary>Describes a call that enters a body again which is still being measured.</summary>
    private Reentry ReentryOf(BodyFacts body, Scope entered, Call? call, ImmutableArray<Argument> arguments, Scope scope)
    {
        var depth = Polynomial.Of(new Extent("depth", ExtentKind.Depth));
        var isAlongData = call?.Receiver is { } receiver and not Value.ThisValue && IsInside(receiver, scope);
        bool shrinks = false, grows = false;
        foreach (var argument in arguments)
        {
            if (argument.Quantity is Quantity.Combined { Operator: QuantityOperator.Subtract or QuantityOperator.Add, Left: Quantity.Of { Place: Value.Local local }, Right: Quantity.Number } step)
            {
                shrinks |= step.Operator == QuantityOperator.Subtract;
                grows |= step.Operator == QuantityOperator.Add;
                if (step.Operator == QuantityOperator.Subtract && body.Parameters.Any(parameter => parameter.Equals(local.Variable)))
                    depth = entered.Size(local.Variable.Id) ?? Polynomial.Of(new Extent(local.Variable.Name, ExtentKind.Size));
            }
            else
            {
                isAlongData |= IsInside(argument.Value, scope);
            }
        }

        return new(body.Id, 1, shrinks || grows && !isAlongData, isAlongData, depth);
    }

    /// <summary>Multiplies the cost of one call by how many calls its own calls of the same body lead to.</summary>
    private static BodyCost Unfold(BodyFacts body, BodyCost cost)
    {
        foreach (var reentry in cost.Reentries)
        {
            if (reentry.BodyId != body.Id)
                continue;
            cost = cost with { Reentries = cost.Reentries.Remove(reentry) };
            return cost.Times(Calls(reentry)) with { Reentries = cost.Reentries };
        }

        return cost;
    }

    private static Polynomial Calls(Reentry reentry)
    {
        if (reentry.Calls < 2)
            return reentry.IsAlongData ? Polynomial.Of(new Extent("depth", ExtentKind.Depth)) : reentry.Depth;
        if (reentry.IsSteady)
            return reentry.Depth.Constant is { } levels
                ? Polynomial.Of(Math.Min(MostCalls, Math.Pow(Branching, levels)))
                : Polynomial.Of(new Extent(reentry.Depth.Terms[0].Factors[0].Extent.Name, ExtentKind.Exponential));
        return Polynomial.Of(new Extent(reentry.IsAlongData ? "nodes" : "calls", ExtentKind.Size));
    }

    private bool IsInside(Value value, Scope scope) => value switch
    {
        Value.Field { Receiver: not null and not Value.ThisValue } or Value.Element => true,
        Value.Local local => scope.IsItem(local.Variable.Id) || _program.Of(local.Variable.Id) is [{ Value: Value.Field or Value.Element }],
        _ => false,
    };
}
