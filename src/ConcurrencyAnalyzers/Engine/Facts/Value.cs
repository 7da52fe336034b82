using System.Collections.Immutable;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>What an expression denotes, in the names of its own body; the interpreter turns it into objects.</summary>
internal abstract record Value
{
    public static readonly Value Unknown = new UnknownValue();
    public static readonly Value This = new ThisValue();

    internal sealed record UnknownValue : Value;

    internal sealed record ThisValue : Value;

    /// <summary>A literal or constant; <paramref name="Text"/> is its invariant text.</summary>
    internal sealed record Constant(string Text) : Value
    {
        /// <summary>The name of the enum member that it is written as; empty otherwise.</summary>
        public string EnumMember { get; init; } = "";
    }

    /// <summary>The value of a local or parameter.</summary>
    internal sealed record Local(FieldFacts Variable) : Value;

    /// <summary>The value of a field or auto-property; the receiver is null for statics.</summary>
    internal sealed record Field(Value? Receiver, FieldFacts Facts) : Value;

    /// <summary>An element of an array, or what an indexer returns.</summary>
    internal sealed record Element(Value Container, IndexShape Index, string IndexName) : Value;

    /// <summary>A lambda or local function, by the id of its body.</summary>
    internal sealed record Lambda(string BodyId) : Value;

    internal sealed record MethodGroup(MethodFacts Method, Value? Receiver) : Value;

    /// <summary>The object that the call node of this number returned or created.</summary>
    internal sealed record CallResult(int Node) : Value;

    /// <summary>The result of awaiting a task of a task: the inner task.</summary>
    internal sealed record Awaited(Value Task) : Value;

    /// <summary>The bool that awaiting a task gives.</summary>
    internal sealed record Outcome(Value Task) : Value;

    /// <summary>Whether two tasks are one, or (<paramref name="IsEqual"/> is false) are not.</summary>
    internal sealed record Same(Value One, Value Other, bool IsEqual) : Value;

    /// <summary>Whether a parameter is null, or (<paramref name="IsEqual"/> is false) is not.</summary>
    internal sealed record IsNull(FieldFacts Parameter, bool IsEqual) : Value;

    /// <summary>One of several values.</summary>
    internal sealed record Either(ImmutableArray<Value> Options) : Value
    {
        public bool Equals(Either? other) => other is not null && Options.SequenceEqual(other.Options);

        public override int GetHashCode() => Options.Length;
    }

    /// <summary>An array or collection made here with these items.</summary>
    internal sealed record Items(int Node, ImmutableArray<Value> Values) : Value
    {
        public bool Equals(Items? other) => other is not null && Node == other.Node;

        public override int GetHashCode() => Node;
    }

    public static Value OneOf(params Value[] options)
    {
        var distinct = options.Where(option => option is not UnknownValue and not Constant).Distinct().ToImmutableArray();
        return distinct.Length switch
        {
            0 => Unknown,
            1 => distinct[0],
            _ => new Either(distinct),
        };
    }
}

/// <summary>Which slots an index can mean.</summary>
internal enum IndexShape
{
    /// <summary>Anything.</summary>
    Any,

    Constant,

    /// <summary>A parameter: two runs of a parallel body get different arguments.</summary>
    Parameter,

    /// <summary>A variable, or an expression over one: distinct per run of a parallel body when the variable is.</summary>
    Variable,
}

/// <summary>A method as a call names it.</summary>
internal sealed record MethodFacts(string Id, string Name, string TypeId)
{
    /// <summary>The id without prefix and parameter list: what knowledge tables are keyed by.</summary>
    public string Key { get; init; } = "";

    public bool IsStatic { get; init; }

    /// <summary>Declared in this compilation.</summary>
    public bool IsSource { get; init; }

    /// <summary>Virtual, abstract or an interface member: the body that runs may be an override.</summary>
    public bool IsDispatched { get; init; }

    public bool IsAsync { get; init; }

    public bool ReturnsAwaitable { get; init; }

    /// <summary>What the receiver's static type tolerates.</summary>
    public TypeSafety ReceiverSafety { get; init; }

    /// <summary>Documentation id of the receiver's static type.</summary>
    public string ReceiverTypeId { get; init; } = "";

    /// <summary>Documentation id of the type returned, without type arguments.</summary>
    public string ReturnTypeId { get; init; } = "";

    public bool IsExtension { get; init; }

    /// <summary>A constructor of a type that is IDisposable or IAsyncDisposable.</summary>
    public bool MakesDisposable { get; init; }

    public bool Equals(MethodFacts? other) => other is not null && Id == other.Id && ReceiverTypeId == other.ReceiverTypeId;

    public override int GetHashCode() => Id.GetHashCode();
}
