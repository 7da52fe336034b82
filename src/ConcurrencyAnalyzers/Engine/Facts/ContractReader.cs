using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// Reads contract attributes by name, in whatever namespace they are declared: so that a project may use our embedded
/// ones, its own, or those of another library.
/// </summary>
internal static class ContractReader
{
    private const int MaxParts = 3;

    public static Contract Of(ISymbol symbol)
    {
        var contract = Contract.None;
        if (symbol.DeclaringSyntaxReferences.IsEmpty)
            return contract;
        foreach (var attribute in symbol.GetAttributes())
            contract |= NameOf(attribute) switch
            {
                "ThreadSafe" => Contract.ThreadSafe,
                "ThreadConfined" => Contract.ThreadConfined,
                "Immutable" => Contract.Immutable,
                _ => Contract.None,
            };
        return contract;
    }

    /// <summary>A type keeps what its bases and interfaces promise.</summary>
    public static Contract OfFamily(INamedTypeSymbol? type)
    {
        var contract = Contract.None;
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
            contract |= Of(current.OriginalDefinition);
        foreach (var implemented in type?.AllInterfaces ?? ImmutableArray<INamedTypeSymbol>.Empty)
            contract |= Of(implemented.OriginalDefinition);
        return contract;
    }

    /// <summary>The lock that guards a field or property; null where no contract says so.</summary>
    public static RequiredLock? GuardOf(ISymbol state, SymbolFacts symbols)
    {
        foreach (var attribute in Attributes(state))
            if (NameOf(attribute) == "GuardedBy" && TextOf(attribute) is { } text)
                return new(Find(text, state, symbols), attribute);
        return null;
    }

    /// <summary>A lock that a contract asks for.</summary>
    public sealed record RequiredLock(LockName Lock, AttributeData Attribute);

    /// <summary>The locks that callers of a method hold; an override keeps to what it overrides.</summary>
    public static IEnumerable<RequiredLock> RequiredBy(IMethodSymbol method, SymbolFacts symbols)
    {
        for (var current = method.OriginalDefinition; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
        {
            var attributes = Attributes(current);
            var property = current.AssociatedSymbol as IPropertySymbol;
            if (property is not null)
                attributes = attributes.Concat(Attributes(property));

            // A property with code that is guarded: its accessors run under the lock.
            var guards = property is not null && !symbols.IsAutomatic(property);
            foreach (var attribute in attributes)
                if ((NameOf(attribute) is "RequiresLock" or "MustHold" || guards && NameOf(attribute) == "GuardedBy") && TextOf(attribute) is { } text)
                    yield return new(Find(text, current, symbols), attribute);
        }
    }

    /// <summary>Where the contract names its lock.</summary>
    public static Place? PlaceOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference is { } reference && reference.GetSyntax(cancellation) is AttributeSyntax syntax
            ? new(reference.SyntaxTree.FilePath, syntax.ArgumentList is { Arguments: [var first, ..] } ? first.Spot() : syntax.Spot())
            : null;

    private static IEnumerable<AttributeData> Attributes(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.IsEmpty ? Enumerable.Empty<AttributeData>() : symbol.GetAttributes();

    private static string NameOf(AttributeData attribute)
    {
        // Orleans' attribute of this name is a promise about one message, not about a type.
        if (attribute.AttributeClass is not { Name: var name } type || type.ContainingNamespace is { Name: "Orleans" } or { ContainingNamespace.Name: "Orleans" })
            return "";
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    private static string? TextOf(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string text }, ..] ? text.Trim() : null;

    private static LockName Find(string text, ISymbol owner, SymbolFacts symbols)
    {
        var name = new LockName(text);
        if (text.Length == 0)
            return name with { Problem = LockNameProblem.Unknown };
        var parts = text.Split('.').ToList();
        if (parts.Count > MaxParts || text.EndsWith(")", StringComparison.Ordinal))
            return name;
        if (parts[0] == "this")
        {
            if (owner.IsStatic)
                return name with { Problem = LockNameProblem.InstanceForStatic };
            if (parts.Count == 1)
                return name with { IsThis = true };
            parts.RemoveAt(0);
        }
        else if (owner is IMethodSymbol method && method.Parameters.FirstOrDefault(parameter => parameter.Name == parts[0]) is { } parameter)
        {
            return Follow(name, parts, parameter, owner, symbols);
        }
        else if (owner is IMethodSymbol { MethodKind: MethodKind.LocalFunction } && MemberOf(owner.ContainingType, parts[0]) is null)
        {
            // A variable of the function around it.
            return name;
        }

        if (MemberOf(owner.ContainingType, parts[0]) is { } member)
            return Follow(name, parts, member, owner, symbols);
        if (parts.Count > 1 && TypeAround(owner.ContainingType, parts[0]) is { } type)
        {
            parts.RemoveAt(0);
            return MemberOf(type, parts[0]) is { } other ? Follow(name, parts, other, owner, symbols) : name with { Problem = LockNameProblem.Unknown };
        }

        return name with { Problem = LockNameProblem.Unknown };
    }

    private static LockName Follow(LockName name, List<string> parts, ISymbol first, ISymbol owner, SymbolFacts symbols)
    {
        if (owner.IsStatic && first is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } && owner is not IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            return name with { Problem = LockNameProblem.InstanceForStatic };
        var steps = ImmutableArray.CreateBuilder<FieldFacts>();
        var current = first;
        for (var i = 0; ; i++)
        {
            var isLast = i == parts.Count - 1;
            var type = TypeOf(current);
            if (isLast && type is { IsValueType: true, Name: not "SpinLock" } or { SpecialType: SpecialType.System_String })
                return name with { Problem = LockNameProblem.NotALock };
            switch (current)
            {
                case IFieldSymbol or IParameterSymbol:
                    steps.Add(symbols.LockStep(current));
                    break;
                case IPropertySymbol property when symbols.IsAutomatic(property) || property.DeclaringSyntaxReferences.IsEmpty:
                    steps.Add(symbols.LockStep(property));
                    break;
                case IPropertySymbol { GetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false } getter } when isLast:
                    return name with { Steps = steps.ToImmutable(), GetterId = symbols.IdOf(getter) };
                default:
                    return name;
            }

            if (isLast)
                return name with { Steps = steps.ToImmutable() };
            if (MemberOf(type as INamedTypeSymbol, parts[i + 1]) is not { } next)
                return name with { Problem = LockNameProblem.Unknown };
            current = next;
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static ISymbol? MemberOf(INamedTypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).FirstOrDefault(static member => member is IFieldSymbol or IPropertySymbol) is { } member)
                return member;

            // A parameter of a primary constructor is a field to the members.
            foreach (var constructor in current.InstanceConstructors)
                if (constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax)
                    && constructor.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter)
                    return parameter;
        }

        return null;
    }

    private static INamedTypeSymbol? TypeAround(INamedTypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Name == name)
                return current;
            if (current.GetTypeMembers(name) is [var nested, ..])
                return nested;
        }

        return type?.ContainingNamespace.GetTypeMembers(name).FirstOrDefault();
    }
}
