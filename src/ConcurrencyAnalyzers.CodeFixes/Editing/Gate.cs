using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Region = ConcurrencyAnalyzers.CodeFixes.Editing.Locking.Region;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>The lock that is to guard a state: one that is there already, or one that is still to be declared.</summary>
internal sealed class Gate
{
    private readonly Func<StateAccess, string> _expression;
    private readonly Action<EditScript>? _declare;

    private readonly GateStyle _style;

    private Gate(Func<StateAccess, string> expression, Action<EditScript>? declare, GateStyle style = GateStyle.Monitor)
    {
        _expression = expression;
        _declare = declare;
        _style = style;
    }

    public GateStyle Style => _style;

    public bool IsMonitor => _style == GateStyle.Monitor;

    /// <summary>How the gate is written where the access stands.</summary>
    public string For(StateAccess access) => _expression(access);

    /// <summary>How the code around the access is put under the gate.</summary>
    public Region Region(StateAccess access, bool writes) => _style.Around(For(access), access.Body, writes);

    /// <summary>Adds the declaration, unless the gate exists.</summary>
    public void Declare(EditScript script) => _declare?.Invoke(script);

    /// <summary>The object itself, for a state that nobody reaches but by way of it.</summary>
    public static Gate OfItself() => new(static access => access.Reference.WithoutTrivia().ToString(), null);

    /// <summary>The right gate for the state, or null when there is none that all accesses could name.</summary>
    /// <param name="acrossAwait">It has to be one that can be held across an await: a semaphore.</param>
    public static Gate? Choose(SourceView source, Finding finding, IReadOnlyList<StateAccess> accesses, bool acrossAwait = false)
    {
        if (finding[FixFacts.Guard] is { Length: > 0 } guard)
            return Existing(source, finding, guard, accesses) is { } known && (!acrossAwait || known.Style == GateStyle.Semaphore) ? known : null;
        if (acrossAwait)
            return Semaphore(source, finding, accesses);

        var symbol = accesses[0].Symbol;
        if (symbol is ILocalSymbol or IParameterSymbol { ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } })
            return GateLocal.For(source, symbol, accesses) is { } local ? new(_ => local.Name, local.Declare) : null;

        if (GuardedUses.CommonLock(source, accesses) is { } taken)
            return Existing(source, finding, taken, accesses);

        // With accesses in other documents each of them would declare a gate of its own.
        if (finding.Has(FixFacts.Elsewhere))
            return null;

        if (OwnerOf(source, symbol, accesses) is { } owner)
        {
            var needsStatic = symbol.IsStatic;
            if (GateField.For(source, owner, symbol, needsStatic) is not { } field)
                return null;
            return new(access => needsStatic || access.Receiver is null ? field.Name : access.Receiver.WithoutTrivia() + "." + field.Name, field.Declare);
        }

        return ForReceiver(source, symbol, accesses) ?? InOwner(source, symbol, accesses);
    }

    /// <summary>
    /// A member of an object that others reach by names of their own: the gate stands beside the state, where all who have the object
    /// find it.
    /// </summary>
    private static Gate? InOwner(SourceView source, ISymbol state, IReadOnlyList<StateAccess> accesses)
    {
        if (state is not (IFieldSymbol or IPropertySymbol) || state.ContainingType?.OriginalDefinition is not { DeclaringSyntaxReferences: [var reference] } || reference.SyntaxTree != source.Root.SyntaxTree
            || reference.GetSyntax() is not TypeDeclarationSyntax owner || accesses.Any(access => access.Receiver is { } receiver ? !IsPlainName(source, receiver) : !IsInherited(source, access))
            || state.IsStatic && state.ContainingType.IsGenericType || GateField.For(source, owner, state, state.IsStatic, reuse: false, shared: true) is not { } field)
            return null;
        return new(access => access.Receiver is { } receiver ? receiver.WithoutTrivia() + "." + field.Name : field.Name, field.Declare);
    }

    /// <summary>Names the same object each time it is evaluated: no property that computes.</summary>
    private static bool IsPlainName(SourceView source, ExpressionSyntax receiver) => receiver switch
    {
        ThisExpressionSyntax => true,
        IdentifierNameSyntax => source.Model.GetSymbolInfo(receiver).Symbol is ILocalSymbol or IParameterSymbol or INamespaceOrTypeSymbol || ValueUse.IsStored(source.Model.GetSymbolInfo(receiver).Symbol),
        MemberAccessExpressionSyntax member => IsPlainName(source, member.Expression) && (ValueUse.IsStored(source.Model.GetSymbolInfo(member).Symbol) || source.Model.GetSymbolInfo(member).Symbol is INamespaceOrTypeSymbol),
        _ => false,
    };

    private static bool IsInherited(SourceView source, StateAccess access) => access.Reference is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax }
        && BasesOf(source.Model.GetEnclosingSymbol(access.Span.Start)?.ContainingType).Any(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, access.Symbol.ContainingType.OriginalDefinition));

    /// <summary>A semaphore of one for a state that has no lock yet.</summary>
    private static Gate? Semaphore(SourceView source, Finding finding, IReadOnlyList<StateAccess> accesses)
    {
        var symbol = accesses[0].Symbol;
        if (finding.Has(FixFacts.Elsewhere) || GuardedUses.Of(source, accesses).Any())
            return null;
        if (symbol is ILocalSymbol)
            return GateLocal.For(source, symbol, accesses, semaphore: true) is { } local ? new(_ => local.Name, local.Declare, GateStyle.Semaphore) : null;
        if (symbol is not (IFieldSymbol or IPropertySymbol) || OwnerOf(source, symbol, accesses) is not { } owner
            || GateField.For(source, owner, symbol, symbol.IsStatic, semaphore: true) is not { } field)
            return null;
        return new(access => symbol.IsStatic || access.Receiver is null ? field.Name : access.Receiver.WithoutTrivia() + "." + field.Name, field.Declare, GateStyle.Semaphore);
    }

    /// <summary>
    /// A member of an object that only others touch: its gate stands beside the variable that holds the object, as long as
    /// it is one and the same variable for all accesses.
    /// </summary>
    private static Gate? ForReceiver(SourceView source, ISymbol state, IReadOnlyList<StateAccess> accesses)
    {
        if (state.IsStatic)
        {
            return HolderOf(accesses) is { } type && !type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(static outer => outer.TypeParameterList is not null) && GateField.For(source, type, state, needsStatic: true) is { } shared
                ? new(_ => shared.Name, shared.Declare)
                : null;
        }

        var receivers = accesses.Select(access => access.Receiver is { } receiver ? source.Model.GetSymbolInfo(receiver).Symbol : null).ToList();
        if (receivers[0] is not { } first || receivers.Any(receiver => !SymbolEqualityComparer.Default.Equals(receiver, first)))
            return null;

        switch (first)
        {
            case ILocalSymbol or IParameterSymbol { ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } }:
                return GateLocal.For(source, first, accesses) is { } local ? new(_ => local.Name, local.Declare) : null;
            case IFieldSymbol { IsReadOnly: true } field when HolderOf(accesses) is { } holder
                && SymbolEqualityComparer.Default.Equals(source.Model.GetDeclaredSymbol(holder), field.ContainingType)
                && accesses.All(access => access.Receiver is SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }):
                return GateField.For(source, holder, field, field.IsStatic) is { } gate ? new(_ => gate.Name, gate.Declare) : null;
            default:
                return null;
        }
    }

    /// <summary>The part of the declaring type, in this document, that holds all accesses.</summary>
    private static TypeDeclarationSyntax? OwnerOf(SourceView source, ISymbol state, IReadOnlyList<StateAccess> accesses)
    {
        var owner = state.ContainingType?.OriginalDefinition;
        TypeDeclarationSyntax? found = null;
        foreach (var access in accesses)
        {
            var part = access.Reference.Ancestors().OfType<TypeDeclarationSyntax>()
                .FirstOrDefault(type => SymbolEqualityComparer.Default.Equals(source.Model.GetDeclaredSymbol(type), owner));
            if (part is null)
                return null;
            found ??= part;
        }

        // Beside the state's own declaration where that is in this document.
        foreach (var reference in state.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == source.Root.SyntaxTree
                && reference.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaring)
                return declaring;
        }

        return found;
    }

    private static TypeDeclarationSyntax? HolderOf(IReadOnlyList<StateAccess> accesses)
    {
        var holders = accesses.Select(access => access.Reference.FirstAncestorOrSelf<TypeDeclarationSyntax>()).Distinct().ToList();
        return holders.Count == 1 ? holders[0] : null;
    }

    /// <summary>The inferred lock, named from where each access stands.</summary>
    private static Gate? Existing(SourceView source, Finding finding, string guard, IReadOnlyList<StateAccess> accesses)
    {
        if (guard == "this")
            return new(access => access.Receiver?.WithoutTrivia().ToString() ?? "this", null);

        var name = guard.Substring(guard.LastIndexOf('.') + 1);
        var members = BasesOf(accesses[0].Symbol.ContainingType).SelectMany(type => type.GetMembers(name)).ToList();
        var diagnosed = source.Root.FindToken(finding.Span.Start).SpanStart;
        var symbol = members.FirstOrDefault(member => member is IFieldSymbol or IPropertySymbol)
            ?? source.Model.LookupSymbols(diagnosed, name: name).FirstOrDefault(candidate => candidate is IFieldSymbol or ILocalSymbol or IParameterSymbol or IPropertySymbol);
        var type = symbol switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
        var style = GateStyle.Monitor;
        if (type is not null)
        {
            if (GateStyles.Of(type) is not { } known)
                return null;
            style = known;
        }

        var belongs = members.Count > 0 && symbol is IFieldSymbol or IPropertySymbol;

        // A base type may keep its lock to itself; another of that name would exclude nobody.
        if (belongs && accesses.Any(access => !source.Model.IsAccessible(access.Reference.SpanStart, symbol!)))
            return null;
        if (!belongs || guard.Count(character => character == '.') > 1)
            return new(_ => guard, null, style);
        return symbol!.IsStatic
            ? new(access => NameFrom(source, access, symbol), null, style)
            : new(access => access.Receiver is { } receiver ? receiver.WithoutTrivia() + "." + name : NameFrom(source, access, symbol), null, style);
    }

    private static string NameFrom(SourceView source, StateAccess access, ISymbol gate)
    {
        var visible = source.Model.LookupSymbols(access.Reference.SpanStart, name: gate.Name).FirstOrDefault();
        if (visible is null || SymbolEqualityComparer.Default.Equals(visible.OriginalDefinition, gate.OriginalDefinition))
            return gate.IsStatic && visible is null ? gate.ContainingType.ToMinimalDisplayString(source.Model, access.Reference.SpanStart) + "." + gate.Name : gate.Name;
        var hides = visible.ContainingSymbol is INamedTypeSymbol && !SymbolEqualityComparer.Default.Equals(visible.ContainingType.OriginalDefinition, gate.ContainingType.OriginalDefinition);
        return (gate.IsStatic ? gate.ContainingType.ToMinimalDisplayString(source.Model, access.Reference.SpanStart) : hides ? "base" : "this") + "." + gate.Name;
    }

    private static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }
}
