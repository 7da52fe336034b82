using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>One use of a field or property of the type itself.</summary>
/// <param name="Member">The member it stands in.</param>
/// <param name="Locks">What the <c>lock</c> statements around it hold.</param>
/// <param name="IsWrite">The state itself gets another value.</param>
/// <param name="IsContent">What the state's collection or buffer holds is read or changed.</param>
/// <param name="IsChange">Another thread can see the difference: the state or what it holds is changed.</param>
internal sealed record StateUse(ISymbol State, SyntaxNode Node, MemberDeclarationSyntax Member, ISymbol MemberSymbol, IReadOnlyList<HeldLock> Locks, bool IsWrite, bool IsContent, bool IsChange);

/// <summary>A <c>lock</c> statement and the symbol it locks.</summary>
internal sealed record HeldLock(LockStatementSyntax Statement, ISymbol Lock);

/// <summary>
/// Which members of one type use which states under which locks, read off syntax and symbols only: it shares nothing
/// with the engine that it tests. A method that only this program can call counts as locked by what all its callers hold.
/// </summary>
internal sealed class GuardCensus
{
    private readonly List<(ISymbol Target, ISymbol Caller, IReadOnlyList<HeldLock> Locks)> _calls = [];
    private readonly List<StateUse> _uses = [];

    private readonly Dictionary<(ISymbol, LockStatementSyntax?), HashSet<ISymbol>> _entry = [];
    private readonly CallIndex _index;
    private readonly INamedTypeSymbol _type;

    private GuardCensus(CallIndex index, INamedTypeSymbol type) => (_index, _type) = (index, type);

    public IReadOnlyList<StateUse> Uses => _uses;

    /// <summary>Every <c>lock</c> statement of the type, with the member it stands in.</summary>
    public List<(HeldLock Lock, MemberDeclarationSyntax Member, ISymbol MemberSymbol)> Statements { get; } = [];

    public static GuardCensus Of(CSharpCompilation compilation, CallIndex index, INamedTypeSymbol type, CancellationToken cancellation = default)
    {
        var census = new GuardCensus(index, type);
        foreach (var reference in type.DeclaringSyntaxReferences)
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax part)
                foreach (var member in part.Members.Where(static member => member is not BaseTypeDeclarationSyntax))
                    census.Read(compilation.GetSemanticModel(part.SyntaxTree), type, member);
        return census;
    }

    private void Read(SemanticModel model, INamedTypeSymbol type, MemberDeclarationSyntax member)
    {
        if (member is FieldDeclarationSyntax or EventFieldDeclarationSyntax || model.GetDeclaredSymbol(member) is not { } symbol)
            return;
        foreach (var node in member.DescendantNodes())
        {
            if (node is LockStatementSyntax statement && LockOf(model, statement) is { } held)
                Statements.Add((new(statement, held), member, symbol));
            if (node is not SimpleNameSyntax name || !IsOwn(name) || model.GetSymbolInfo(name).Symbol is not { } target || !SymbolEqualityComparer.Default.Equals(target.ContainingType?.OriginalDefinition, type))
                continue;
            if (target is IMethodSymbol method)
                _calls.Add((method.OriginalDefinition, symbol, LocksAround(model, name, member)));
            else if (target is IFieldSymbol { IsConst: false, AssociatedSymbol: null } or IPropertySymbol { IsIndexer: false } && symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor })
                _uses.Add(new(target.OriginalDefinition, name, member, symbol, LocksAround(model, name, member), UseShape.Writes(name), UseShape.IsContent(name, target), UseShape.Writes(name) || UseShape.IsContent(name, target) && UseShape.ChangesContent(name)));
        }
    }

    /// <summary>Locks at the use, and those that every caller of its private method holds; <paramref name="gone"/> is not counted.</summary>
    public IEnumerable<ISymbol> LocksAt(StateUse use, LockStatementSyntax? gone)
    {
        var own = use.Locks.Where(held => held.Statement != gone).Select(static held => held.Lock);
        if (!_entry.TryGetValue((use.MemberSymbol, gone), out var entry))
            _entry[(use.MemberSymbol, gone)] = entry = EntryLocks(use.MemberSymbol, gone, depth: 0);
        return own.Concat(entry).Distinct(SymbolEqualityComparer.Default);
    }

    /// <summary>Ends the object, or is a private part of that: whoever calls it is expected to be alone.</summary>
    public bool IsEnding(ISymbol member, int depth = 0)
    {
        if (member.Name is "Dispose" or "DisposeAsync" or "Close" or "Finalize" || member is IMethodSymbol { MethodKind: MethodKind.Destructor })
            return true;
        var callers = _calls.Where(call => SymbolEqualityComparer.Default.Equals(call.Target, member)).Select(static call => call.Caller).ToArray();
        return depth < 4 && member.DeclaredAccessibility == Accessibility.Private && callers.Length > 0 && callers.All(caller => IsEnding(caller, depth + 1));
    }

    /// <summary>What all callers of a member hold.</summary>
    private HashSet<ISymbol> EntryLocks(ISymbol member, LockStatementSyntax? gone, int depth)
    {
        var none = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (depth > 4 || member is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false, IsVirtual: false, IsAbstract: false } method || !CallIndex.IsClosed(method))
            return none;
        HashSet<ISymbol>? common = null;
        foreach (var (_, caller, locks) in _calls.Where(call => SymbolEqualityComparer.Default.Equals(call.Target, member) && !SymbolEqualityComparer.Default.Equals(call.Caller, member)))
        {
            if (caller is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor })
                continue;
            Meet(new(locks.Where(held => held.Statement != gone).Select(static held => held.Lock).Concat(EntryLocks(caller, gone, depth + 1)), SymbolEqualityComparer.Default));
        }

        // Elsewhere only a static lock is surely the same object.
        foreach (var use in _index.UsesOutside(method, _type))
            Meet(new(LocksAround(use.Model, use.Name, use.Member).Where(held => held.Statement != gone).Select(static held => held.Lock).Where(static held => held is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }), SymbolEqualityComparer.Default));
        return common ?? none;

        void Meet(HashSet<ISymbol> held)
        {
            if (common is null)
                common = held;
            else
                common.IntersectWith(held);
        }
    }

    /// <summary>Of this object or of the type: not a member of some other object.</summary>
    private static bool IsOwn(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression is ThisExpressionSyntax or BaseExpressionSyntax or TypeSyntax,
        MemberBindingExpressionSyntax or NameColonSyntax or QualifiedNameSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment when assignment.Left == name => false,
        _ => true,
    };

    private static List<HeldLock> LocksAround(SemanticModel model, SyntaxNode node, SyntaxNode member)
    {
        var held = new List<HeldLock>();
        for (var at = node; at != member && at is not null; at = at.Parent)
        {
            // What a delegate does, it does later, under other locks.
            if (at is AnonymousFunctionExpressionSyntax)
                break;
            if (at.Parent is LockStatementSyntax statement && statement.Statement == at && LockOf(model, statement) is { } symbol)
                held.Add(new(statement, symbol));
        }

        return held;
    }

    private static ISymbol? LockOf(SemanticModel model, LockStatementSyntax statement) => statement.Expression switch
    {
        ThisExpressionSyntax => model.GetTypeInfo(statement.Expression).Type,
        TypeOfExpressionSyntax { Type: var type } => model.GetTypeInfo(type).Type,
        IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax } => model.GetSymbolInfo(statement.Expression).Symbol is { Kind: SymbolKind.Field or SymbolKind.Property } symbol ? symbol.OriginalDefinition : null,
        _ => null,
    };
}
