using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// A step of a body in evaluation order. The tree keeps C#'s structure (branches, loops, try) instead of a graph:
/// the interpreter walks it with a state, which is all that lock, order and ownership facts need.
/// </summary>
internal abstract class Node(TextSpan span)
{
    public TextSpan Span { get; } = span;

    /// <summary>Kept here by <see cref="NodeChildren.All"/>; default until somebody asks.</summary>
    internal ImmutableArray<Node> Listed { get; set; }
}

internal sealed class Sequence(TextSpan span, ImmutableArray<Node> nodes) : Node(span)
{
    public ImmutableArray<Node> Nodes { get; } = nodes;
}

/// <summary><c>if</c>, <c>?:</c>, <c>&amp;&amp;</c>, <c>switch</c>: one of the arms runs after the condition.</summary>
internal sealed class Branch(TextSpan span, Node condition, Value test, bool negated, ImmutableArray<Node> arms) : Node(span)
{
    public Node Condition { get; } = condition;

    /// <summary>What is tested, where it is a plain value or a call's result.</summary>
    public Value Test { get; } = test;

    /// <summary>The first arm runs when <see cref="Test"/> is false.</summary>
    public bool Negated { get; } = negated;

    /// <summary>The arms, one of which runs; for a test, the first when it holds and the second when not.</summary>
    public ImmutableArray<Node> Arms { get; } = arms;

    /// <summary>The arms part where a reference is null: what is waited for through it was never started on the other.</summary>
    public bool IsNullTest { get; init; }

    /// <summary>The condition compares one reference with null, and asks nothing else.</summary>
    public bool IsPlainNullTest { get; init; }

    public ComparisonKind Comparison { get; init; }

    /// <summary>What is compared with null in the condition (the first such value); unknown where nothing is.</summary>
    public Value NullTested { get; init; } = Value.Unknown;

    /// <summary>The arm that runs where <see cref="NullTested"/> is null; -1 where nothing is compared.</summary>
    public int NullArm { get; init; } = -1;

    /// <summary>What the arms know of values that the condition compares with constants.</summary>
    public ImmutableArray<Comparison> Comparisons { get; init; } = ImmutableArray<Comparison>.Empty;
}

/// <summary>On an arm of a branch: the value that is read at the place equals the constant (one of several, a line each), or does not.</summary>
internal sealed record Comparison(TextSpan Read, string Constant, int Arm, bool IsEqual)
{
    /// <summary>What is compared, where it is a parameter, or a field of this object that never changes.</summary>
    public FieldFacts? Subject { get; init; }
}

/// <summary>How a condition compares values.</summary>
internal enum ComparisonKind
{
    None,
    Equality,

    /// <summary>Less or greater.</summary>
    Order,
}

internal enum LoopKind
{
    While,
    DoWhile,
    For,
    ForEach,
}

/// <summary>How often a loop turns, as far as the source shows.</summary>
/// <param name="Constant">The exact count where the bounds are constants.</param>
/// <param name="IsInfinite"><c>while (true)</c>, <c>for (;;)</c>: leaves by a jump or never.</param>
/// <param name="IsCounted">Runs over the items of a collection or up to a bound that the loop does not change.</param>
internal readonly record struct TripCount(long? Constant, bool IsInfinite, bool IsCounted);

internal sealed class Loop(TextSpan span, LoopKind kind) : Node(span)
{
    public LoopKind Kind { get; } = kind;

    public Node? Before { get; init; }

    public Node? Condition { get; init; }

    public required Node Body { get; init; }

    public Node? Step { get; init; }

    /// <summary>The foreach variables; fresh in every turn.</summary>
    public ImmutableArray<FieldFacts> Variables { get; init; } = ImmutableArray<FieldFacts>.Empty;

    public Value Collection { get; init; } = Value.Unknown;

    /// <summary><c>await foreach</c>.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Turns while a number is above zero.</summary>
    public bool IsWhileAny { get; init; }

    public TripCount Trips { get; init; }

    public LoopBounds Bounds { get; init; } = LoopBounds.Of(LoopEnd.Endless);
}

internal sealed class TryNode(TextSpan span, Node body, ImmutableArray<Node> handlers, Node? cleanup) : Node(span)
{
    public Node Body { get; } = body;

    public ImmutableArray<Node> Handlers { get; } = handlers;

    public Node? Cleanup { get; } = cleanup;

    /// <summary>One of the handlers takes every exception (perhaps but for some types) and does not throw it on.</summary>
    public bool CatchesAll { get; init; }
}

/// <summary>What kind of object a lock expression names; the shapes that are wrong have one each.</summary>
internal enum LockObjectShape
{
    Other,
    PrivateField,
    SharedField,
    This,
    TypeObject,
    String,
    Fresh,
    Boxed,

    /// <summary>A local that holds an object made in the same call, never seen by another thread.</summary>
    UnsharedLocal,

    /// <summary>A field that code outside the assembly can lock or replace.</summary>
    PublicField,

    /// <summary>A field that gets another object while threads lock the one that it holds.</summary>
    Replaced,
}

/// <summary>A <c>lock</c> statement, or the scope of <c>Lock.EnterScope</c>.</summary>
internal sealed class LockRegion(TextSpan span, Value lockObject, LockObjectShape shape, TextSpan lockSpan, Node body) : Node(span)
{
    public Value LockObject { get; } = lockObject;

    public LockObjectShape Shape { get; } = shape;

    public TextSpan LockSpan { get; } = lockSpan;

    public Node Body { get; } = body;

    /// <summary>The lock expression is of type System.Threading.Lock.</summary>
    public bool IsLockType { get; init; }

    public Locks.LockMode Mode { get; init; } = Locks.LockMode.Exclusive;
}

internal enum ScopePhase
{
    /// <summary>The resource is about to be made.</summary>
    Opening,

    /// <summary>The resource is made; the body begins.</summary>
    Open,

    /// <summary>The resource is disposed.</summary>
    Closed,
}

/// <summary>A border of a <c>using</c>: locks that were taken between its opening and its body are given back at its end.</summary>
internal sealed class ScopeMark(TextSpan span, int number, ScopePhase phase) : Node(span)
{
    /// <summary>The same for the marks of one <c>using</c>.</summary>
    public int Number { get; } = number;

    public ScopePhase Phase { get; } = phase;
}

internal enum JumpKind
{
    Return,
    Throw,
    Break,
    Continue,
    Goto,
    YieldReturn,
}

internal sealed class Jump(TextSpan span, JumpKind kind, Value value) : Node(span)
{
    public JumpKind Kind { get; } = kind;

    public Value Value { get; } = value;

    /// <summary>How the value compares what goes into it, where it is an answer.</summary>
    public ComparisonKind Comparison { get; init; }

    /// <summary>Returns the storage itself, not what it holds.</summary>
    public bool IsByRef { get; init; }
}

[Flags]
internal enum AccessKind
{
    None = 0,
    Read = 1,
    Write = 2,

    /// <summary>The new value depends on the old one.</summary>
    Update = Read | Write,

    /// <summary>What the object holds, not the reference to it.</summary>
    Content = 4,

    /// <summary>Interlocked, Volatile, ImmutableInterlocked, LazyInitializer.</summary>
    Atomic = 8,

    /// <summary>The value decides a branch.</summary>
    Test = 16,

    /// <summary>Count, Length, Comparer, whether a nullable is null: cannot corrupt, tear or throw.</summary>
    Neutral = 32,

    /// <summary>The object is enumerated or its live view handed on.</summary>
    Enumerate = 64,

    /// <summary>Writes a constant.</summary>
    Constant = 128,

    /// <summary>The value read is used up at once by a member access or call on it.</summary>
    Dereference = 256,

    /// <summary>A loop turns until the value changes.</summary>
    Poll = 512,

    /// <summary>Takes from a connection; may go on beside a <see cref="Send"/>.</summary>
    Receive = 1024,

    /// <summary>Gives to a connection.</summary>
    Send = 2048,

    /// <summary>Through an interface: counts only for an object whose class is known to be thread-unsafe.</summary>
    Unproven = 4096,

    /// <summary>What is done to the object is not known: looked at where an assembly asks for strictness.</summary>
    Unknown = 8192,

    /// <summary>All that is asked of a reference is whether it is null.</summary>
    NullTest = 16384,

    /// <summary>Dereferenced by <c>?.</c>, where it is not null.</summary>
    NullSafe = 32768,

    /// <summary>Done to an object after it was handed over to another flow.</summary>
    Sent = 65536,

    /// <summary>Writes null, or takes a delegate from those that are held, which may be the last.</summary>
    Null = 131072,

    /// <summary>Multiplied or divided, or divides: part of an average, a share, a rate.</summary>
    Factor = 262144,

    /// <summary>What is written is null on some way: <c>any ? list : null</c>.</summary>
    MaybeNull = 524288,

    /// <summary>What is written was handed to the member by its caller, or is worked out of that.</summary>
    Given = 1048576,
}

/// <summary>A store into a local that nothing captures: no other thread can see it, but it names a value.</summary>
internal sealed class Bind(TextSpan span, FieldFacts variable, Value value) : Node(span)
{
    public FieldFacts Variable { get; } = variable;

    public Value Value { get; } = value;

    /// <summary>How large the value is; unknown where the old value counts too.</summary>
    public Quantity Quantity { get; init; } = Quantity.Unknown;

    /// <summary>The value is that of a variable or member as it is.</summary>
    public bool IsCopy { get; init; }
}

/// <summary>A new instance of a variable comes to life here.</summary>
internal sealed class Declare(TextSpan span, FieldFacts variable) : Node(span)
{
    public FieldFacts Variable { get; } = variable;
}

internal sealed record Argument(Value Value, int Ordinal, bool IsByRef, LockObjectShape LockShape, TextSpan Span)
{
    /// <summary>How large the value is; null where nobody asked.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>The callee gives it its value.</summary>
    public bool IsOut { get; init; }

    /// <summary>One part of the tuple that <see cref="Value"/> names.</summary>
    public bool IsPart { get; init; }
}

/// <summary>A call, constructor call or accessor call.</summary>
internal sealed class Call(TextSpan span, int number, MethodFacts method, Value? receiver, ImmutableArray<Argument> arguments) : Node(span)
{
    /// <summary>Numbered within the body, so that <see cref="Value.CallResult"/> can name the result.</summary>
    public int Number { get; } = number;

    public MethodFacts Method { get; } = method;

    public Value? Receiver { get; } = receiver;

    public ImmutableArray<Argument> Arguments { get; } = arguments;

    public bool IsConstruction { get; init; }

    /// <summary>A call through a delegate value, which is the receiver.</summary>
    public bool IsDelegateCall { get; init; }

    /// <summary>The result is thrown away.</summary>
    public bool IsDropped { get; set; }

    /// <summary>What comes of it is waited for, and nobody looks at the answer.</summary>
    public bool IsUnasked { get; set; }

    public TextSpan NameSpan { get; init; }

    /// <summary>Names of the ranges that the arguments make, which reach to the first slot of the next run's; null where there are none.</summary>
    public string? Touching { get; init; }

    /// <summary>How much the receiver holds.</summary>
    public Quantity ReceiverQuantity { get; init; } = Quantity.Unknown;

    public Value Argument(int ordinal)
    {
        foreach (var argument in Arguments)
            if (argument.Ordinal == ordinal)
                return argument.Value;
        return Value.Unknown;
    }
}

internal sealed class Await(TextSpan span, Value operand) : Node(span)
{
    public Value Operand { get; } = operand;
}

/// <summary>A handle of work (a task, a thread, a process, or several) goes where no other node follows it: a tuple, an operator.</summary>
internal sealed class Escape(TextSpan span, Value value) : Node(span)
{
    public Value Value { get; } = value;
}

/// <summary>The value of an expression statement, thrown away; told for awaitables and for calls with a known role.</summary>
internal sealed class Drop(TextSpan span, Value value, bool isExplicit) : Node(span)
{
    public Value Value { get; } = value;

    /// <summary>Written as <c>_ = …</c>, or with the compiler's warning about it silenced in source.</summary>
    public bool IsExplicit { get; } = isExplicit;
}

/// <summary>Plain computation, in units of about one simple instruction.</summary>
internal sealed class Work(TextSpan span, int units) : Node(span)
{
    public int Units { get; } = units;
}
