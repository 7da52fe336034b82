using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>
/// What is known of variables at one place of a measurement: sizes, which of them are items of an enclosing loop, and
/// which functions they hold. A callee's scope lies inside its caller's, so that a lambda handed down finds what it captured.
/// </summary>
internal sealed class Scope(Scope? outer)
{
    // Made when they are needed: most scopes know one thing, or nothing.
    private Dictionary<string, Polynomial>? _sizes;
    private Dictionary<string, Value>? _functions;
    private HashSet<string>? _items;
    private HashSet<string>? _counters;

    /// <summary>Inside a loop of this body or of a caller.</summary>
    public bool IsInLoop { get; init; } = outer?.IsInLoop ?? false;

    /// <summary>The object itself is an item of a caller's loop.</summary>
    public bool IsThisPart { get; init; } = outer?.IsThisPart ?? false;

    public void SetSize(string variable, Polynomial size) => (_sizes ??= new(StringComparer.Ordinal))[variable] = size;

    public void SetFunction(string variable, Value function) => (_functions ??= new(StringComparer.Ordinal))[variable] = function;

    public void AddItem(string variable) => (_items ??= new(StringComparer.Ordinal)).Add(variable);

    public void AddCounter(string variable) => (_counters ??= new(StringComparer.Ordinal)).Add(variable);

    public Polynomial? Size(string variable)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope._sizes is not null && scope._sizes.TryGetValue(variable, out var size))
                return size;
        return null;
    }

    public Value? Function(string variable)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope._functions is not null && scope._functions.TryGetValue(variable, out var function))
                return function;
        return null;
    }

    public bool IsItem(string variable)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope._items?.Contains(variable) == true)
                return true;
        return false;
    }

    public bool IsCounter(string variable)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope._counters?.Contains(variable) == true)
                return true;
        return false;
    }

    private Scope? Outer => outer;
}
