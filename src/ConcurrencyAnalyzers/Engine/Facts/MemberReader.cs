using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// Reads one member: its body and every lambda and local function inside become <see cref="BodyFacts"/>.
/// Used for one member, then thrown away; not thread-safe.
/// </summary>
internal sealed class MemberReader(SymbolFacts symbols, string memberId, string typeId, string filePath, string memberName)
{
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _capturedIds = new(StringComparer.Ordinal);
    private int _calls;

    public SymbolFacts Symbols { get; } = symbols;

    public string MemberId { get; } = memberId;

    public string TypeId { get; } = typeId;

    public string FilePath { get; } = filePath;

    public string MemberName { get; } = memberName;

    public List<BodyFacts> Bodies { get; } = [];

    /// <summary>Ids of the numbers that are others in each turn of a loop, or each run of a function around: who captures them has his own.</summary>
    public HashSet<string> RunNumbers { get; } = new(StringComparer.Ordinal);

    public int NextCall() => _calls++;

    public bool IsCaptured(ISymbol variable) => _captured.Contains(variable);

    public bool IsCapturedVariable(FieldFacts variable) => _capturedIds.Contains(variable.Id);

    /// <summary>Reads a body that stands for the member itself.</summary>
    public void Read(IMethodSymbol? method, BodyKind kind, Microsoft.CodeAnalysis.Text.TextSpan span, IEnumerable<IOperation> operations)
    {
        var roots = operations.ToArray();
        foreach (var root in roots)
            FindCaptured(root, null);
        var lowering = new BodyLowering(this, MemberId);
        foreach (var root in roots)
            lowering.Statement(root);
        Bodies.Add(Describe(method, MemberId, null, kind, MemberName, span, lowering));
    }

    /// <summary>Reads a lambda or local function; returns its id.</summary>
    public string ReadNested(IMethodSymbol method, IOperation? body, BodyLowering enclosing, BodyKind kind, Microsoft.CodeAnalysis.Text.TextSpan span)
    {
        var id = NestedId(span.Start);
        var lowering = new BodyLowering(this, id);
        if (body is not null)
            lowering.Statement(body);
        var name = kind == BodyKind.LocalFunction ? method.Name : MemberName == "<Main>$" ? "the lambda in the main program" : "the lambda in " + MemberName;
        Bodies.Add(Describe(method, id, enclosing.BodyId, kind, name, span, lowering));
        return id;
    }

    public string NestedId(int position) => MemberId + "|" + position.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private BodyFacts Describe(IMethodSymbol? method, string id, string? enclosing, BodyKind kind, string name, Microsoft.CodeAnalysis.Text.TextSpan span, BodyLowering lowering) => new()
    {
        Id = id,
        EnclosingId = enclosing,
        MemberId = MemberId,
        TypeId = TypeId,
        DisplayName = name,
        Kind = kind,
        FilePath = FilePath,
        Span = span,
        Root = lowering.Finish(span),
        IsStatic = method?.IsStatic ?? kind == BodyKind.StaticInitializer,
        IsAsync = method?.IsAsync ?? false,
        IsIterator = lowering.HasYield,
        IsExternallyVisible = method is not null && SymbolFacts.IsVisibleOutside(method),
        IsPrivate = method is null || method.DeclaredAccessibility == Accessibility.Private && method.ExplicitInterfaceImplementations.IsEmpty,
        IsPublic = method?.DeclaredAccessibility == Accessibility.Public || method?.ExplicitInterfaceImplementations.IsEmpty == false,
        IsForHeirs = method?.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.ProtectedAndInternal,
        ReturnsReference = method is { ReturnsByRef: true },
        ReturnsAwaitable = SymbolFacts.IsAwaitable(method?.ReturnType),
        IsSynchronized = method is not null && (method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.Synchronized) != 0,
        IsInitOnly = method is { IsInitOnly: true },
        RequiredLocks = method is null ? ImmutableArray<LockName>.Empty : ContractReader.RequiredBy(method, Symbols).Select(static required => required.Lock).ToImmutableArray(),
        Parameters = method is null ? ImmutableArray<FieldFacts>.Empty : method.Parameters.Select(Symbols.Variable).ToImmutableArray(),
        LocalReads = lowering.LocalReads.OrderBy(static read => read.Position).ToImmutableArray(),
        Nested = lowering.Nested.ToImmutable(),
    };

    /// <summary>A variable is shared storage only if some function inside uses it: C# captures variables, not values.</summary>
    private void FindCaptured(IOperation operation, ISymbol? function)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                function = lambda.Symbol;
                break;
            case ILocalFunctionOperation local:
                function = local.Symbol;
                break;
            case ILocalReferenceOperation reference when function is not null && !SymbolEqualityComparer.Default.Equals(reference.Local.ContainingSymbol, function):
                AddCaptured(reference.Local);
                break;
            case IParameterReferenceOperation reference when function is not null && !SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol, function):
                AddCaptured(reference.Parameter);
                break;
        }

        foreach (var child in operation.ChildOperations)
            FindCaptured(child, function);
    }

    private void AddCaptured(ISymbol variable)
    {
        if (_captured.Add(variable))
            _capturedIds.Add(Symbols.Variable(variable).Id);
    }
}
