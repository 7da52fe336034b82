using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>Turns quantities into polynomials: upper bounds, in the names of the outermost body that is measured.</summary>
internal sealed class Sizes(CostInquiry program)
{
    private const int DeepestLookup = 12;

    /// <summary>A bound like this means that there is none.</summary>
    private const double NoLimit = int.MaxValue;

    /// <summary>Variables bound to each other many times over would multiply.</summary>
    private const int MostLookups = 300;

    private int _depth;
    private int _lookups;

    private bool IsExhausted => _depth > DeepestLookup || _lookups > MostLookups;

    public Polynomial Of(Quantity quantity, Scope scope)
    {
        if (_depth == 0)
            _lookups = 0;
        _lookups++;
        if (IsExhausted)
            return Polynomial.Of(new Extent("N", ExtentKind.Size));
        _depth++;
        try
        {
            return quantity switch
            {
                Quantity.Number { Value: < NoLimit } number => Polynomial.Of(Math.Max(number.Value, 0)),
                Quantity.Of storage => OfStorage(storage, scope),
                Quantity.Derived derived => Polynomial.Of(new Extent(derived.Text, IsPart(derived.Root, scope) ? ExtentKind.Part : ExtentKind.Size)),
                Quantity.Range range => Of(range.Count, scope),
                Quantity.Combined combined => Combine(combined, scope),
                _ => Polynomial.Of(new Extent("N", ExtentKind.Size)),
            };
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>How often a loop turns.</summary>
    public Polynomial Trips(Loop loop, Scope scope)
    {
        if (loop.Trips.Constant is { } exact)
            return Polynomial.Of(exact);
        var bounds = loop.Bounds;
        return bounds.End switch
        {
            LoopEnd.Items => Of(bounds.To, scope),
            LoopEnd.Counted => Counted(bounds, scope),
            LoopEnd.Geometric => Logarithm(Of(bounds.To, scope)),
            LoopEnd.Computed => Polynomial.Of(new Extent("turns", ExtentKind.Turns)),
            LoopEnd.Walk when bounds.To is not Quantity.UnknownQuantity => Walked(Of(bounds.To, scope), scope),
            LoopEnd.Walk => Polynomial.Of(new Extent("items", scope.IsInLoop ? ExtentKind.Part : ExtentKind.Size)),
            _ => Polynomial.Of(new Extent("turns", ExtentKind.Endless)),
        };
    }

    /// <summary>The largest value that a loop's counter takes.</summary>
    public Polynomial Reach(LoopBounds bounds, Scope scope) =>
        bounds.To is Quantity.Range range ? Of(range.To, scope)
        : bounds.End == LoopEnd.Items ? Of(bounds.To, scope)
        : Of(bounds.To, scope) is { Constant: null } to ? to
        : Polynomial.Max(Of(bounds.To, scope), bounds.From is Quantity.Number ? Of(bounds.From, scope) : Polynomial.Zero);

    /// <summary>The value is an item of an enclosing loop, or lies inside one.</summary>
    public bool IsPart(Value value, Scope scope) => value switch
    {
        Value.ThisValue => scope.IsThisPart,
        Value.Local local => scope.IsItem(local.Variable.Id) || IsBoundToPart(local.Variable.Id, scope),
        Value.Field { Receiver: { } receiver } => IsPart(receiver, scope),
        Value.Element element => element.Index is IndexShape.Any or IndexShape.Variable or IndexShape.Parameter && (element.IndexName.Length == 0 || scope.IsCounter(element.IndexName))
            || IsPart(element.Container, scope),
        _ => false,
    };

    private bool IsBoundToPart(string variable, Scope scope)
    {
        if (_depth == 0)
            _lookups = 0;
        if (IsExhausted || scope.Size(variable) is not null)
            return false;
        _lookups++;
        _depth++;
        var part = program.Of(variable).Any(bind => bind.Quantity switch
        {
            Quantity.Of storage => IsPart(storage.Place, scope),
            Quantity.Derived derived => IsPart(derived.Root, scope),
            _ => false,
        });
        _depth--;
        return part;
    }

    private Polynomial OfStorage(Quantity.Of storage, Scope scope)
    {
        switch (storage.Place)
        {
            case Value.Local local:
                return OfVariable(local.Variable, scope);
            case Value.Field field when program.Initial(field.Facts) is { } initial and not Quantity.UnknownQuantity:
                return Of(initial, scope);
            default:
                return Polynomial.Of(new Extent(storage.Text, IsPart(storage.Place, scope) ? ExtentKind.Part : ExtentKind.Size));
        }
    }

    private Polynomial OfVariable(FieldFacts variable, Scope scope)
    {
        if (scope.Size(variable.Id) is { } known)
            return known;
        var unknown = Polynomial.Of(new Extent(variable.Name, IsPart(new Value.Local(variable), scope) ? ExtentKind.Part : ExtentKind.Size));
        if (IsExhausted)
            return unknown;
        if (program.CounterLoop(variable.Id) is { } loop)
            return Reach(loop, scope);
        var binds = program.Of(variable.Id);
        if (binds.Count == 0 || binds.Any(bind => bind.Quantity is Quantity.UnknownQuantity || bind.Quantity is Quantity.Of { Place: Value.Local self } && self.Variable.Equals(variable)))
            return unknown;
        return binds.Select(bind => bind.Quantity is Quantity.Derived ? unknown : Of(bind.Quantity, scope)).Aggregate(Polynomial.Max);
    }

    private Polynomial Combine(Quantity.Combined combined, Scope scope)
    {
        var left = Of(combined.Left, scope);
        if (combined.Operator == QuantityOperator.Root)
            return left.Root();
        if (combined.Operator == QuantityOperator.Exponential)
            return left.Constant is { } exponent ? Polynomial.Of(Math.Pow(2, exponent)) : Polynomial.Of(new Extent(NameOf(left), ExtentKind.Exponential));
        var right = Of(combined.Right, scope);
        return combined.Operator switch
        {
            QuantityOperator.Add => left + right,
            QuantityOperator.Subtract => left.Constant is { } whole && right.Constant is { } part ? Polynomial.Of(Math.Max(whole - part, 0)) : left,
            QuantityOperator.Multiply => left * right,
            QuantityOperator.Divide => left.Over(right),
            QuantityOperator.Min => left.Constant is not null && !(right.Constant < left.Constant) ? left : right.Constant is not null ? right : left,
            _ => Polynomial.Max(left, right),
        };
    }

    private Polynomial Counted(LoopBounds bounds, Scope scope)
    {
        var to = Of(bounds.To, scope);
        if (to.Constant is { } end)
            to = Of(bounds.From, scope).Constant is { } start ? Polynomial.Of(Math.Abs(end - start)) : to;
        if (CounterIn(bounds.Stride, scope) is { } outer)
            return (to * Logarithm(to, ExtentKind.Harmonic)).Over(outer);
        return Of(bounds.Stride, scope).Constant is { } step and > 1 ? to.Over(Polynomial.Of(step)) : to;
    }

    /// <summary>The reach of an enclosing loop whose counter is the stride: then the turns are a harmonic sum.</summary>
    private static Polynomial? CounterIn(Quantity stride, Scope scope) => stride switch
    {
        Quantity.Of { Place: Value.Local local } when scope.IsCounter(local.Variable.Id) => scope.Size(local.Variable.Id),
        Quantity.Combined { Operator: QuantityOperator.Multiply } product => CounterIn(product.Left, scope) ?? CounterIn(product.Right, scope),
        _ => null,
    };

    private static Polynomial Walked(Polynomial size, Scope scope) =>
        size.Constant is null && !scope.IsInLoop ? size : Polynomial.Of(new Extent(NameOf(size), scope.IsInLoop ? ExtentKind.Part : ExtentKind.Size));

    private static Polynomial Logarithm(Polynomial of, ExtentKind kind = ExtentKind.Logarithm) =>
        of.Constant is { } value ? Polynomial.Of(Math.Max(1, Math.Log(Math.Max(value, 2)))) : Polynomial.Of(new Extent(NameOf(of), kind));

    public static string NameOf(Polynomial size) => size.Terms.SelectMany(static term => term.Factors).Select(static factor => factor.Extent.Name).DefaultIfEmpty("N").First();
}
