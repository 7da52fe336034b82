using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Lists the types and members of a tree without binding a body.</summary>
internal sealed class DeclarationReader(SemanticModel model, string filePath, SymbolFacts symbols, CancellationToken cancellation)
{
    public ImmutableArray<TypeFacts>.Builder Types { get; } = ImmutableArray.CreateBuilder<TypeFacts>();

    public ImmutableArray<MemberFacts>.Builder Members { get; } = ImmutableArray.CreateBuilder<MemberFacts>();

    public ImmutableArray<KeyValuePair<string, ImmutableArray<FieldFacts>>>.Builder PrimaryParameters { get; } = ImmutableArray.CreateBuilder<KeyValuePair<string, ImmutableArray<FieldFacts>>>();

    public ImmutableArray<string>.Builder Relevant { get; } = ImmutableArray.CreateBuilder<string>();

    /// <summary>Members that may subscribe a handler, in types that mention no concurrency.</summary>
    public ImmutableArray<string>.Builder Subscribers { get; } = ImmutableArray.CreateBuilder<string>();

    public static string InstanceInitializerId(string typeId, string filePath) => "I:" + typeId + "@" + filePath;

    public static string StaticInitializerId(string typeId, string filePath) => "S:" + typeId + "@" + filePath;

    public void Visit(SyntaxNode root)
    {
        foreach (var child in root.ChildNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (child)
            {
                case BaseNamespaceDeclarationSyntax:
                    Visit(child);
                    break;
                case TypeDeclarationSyntax type:
                    Type(type, ConcurrencyGate.IsRelevant(type));
                    break;
            }
        }

        if (root is CompilationUnitSyntax unit && unit.Members.OfType<GlobalStatementSyntax>().FirstOrDefault() is { } first
            && model.GetDeclaredSymbol(unit, cancellation) is { } entry)
            Add(entry, entry.ContainingType, first.SpanStart, ConcurrencyGate.IsRelevant(unit.Members.OfType<GlobalStatementSyntax>()));
    }

    private void Type(TypeDeclarationSyntax syntax, bool relevant)
    {
        if (model.GetDeclaredSymbol(syntax, cancellation) is not { } type)
            return;
        var bases = type.AllInterfaces.Select(IdOf).ToList();
        for (var current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
            bases.Add(IdOf(current));
        var id = IdOf(type);
        Types.Add(new(id, type.Name)
        {
            Bases = bases.ToImmutableArray(),
            IsExternallyVisible = SymbolFacts.IsVisibleOutside(type),
            IsStruct = type.IsValueType,
        });

        if (syntax.ParameterListOfPrimaryConstructor() is not null
            && type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.Span == syntax.Span)) is { } primary)
            PrimaryParameters.Add(new(IdOf(primary), primary.Parameters.Select(symbols.PrimaryParameter).ToImmutableArray()));

        var hasInstanceInitializer = false;
        var hasStaticInitializer = false;
        foreach (var member in syntax.Members)
        {
            switch (member)
            {
                case TypeDeclarationSyntax nested:
                    Type(nested, relevant);
                    break;
                case FieldDeclarationSyntax field when field.Declaration.Variables.Any(static v => v.Initializer is not null):
                    Mark(field.Modifiers);
                    break;
                case EventFieldDeclarationSyntax @event when @event.Declaration.Variables.Any(static v => v.Initializer is not null):
                    Mark(@event.Modifiers);
                    break;
                case BasePropertyDeclarationSyntax property:
                    Property(property, type, relevant);
                    if (property is PropertyDeclarationSyntax { Initializer: not null })
                        Mark(property.Modifiers);
                    break;
                case BaseMethodDeclarationSyntax method when model.GetDeclaredSymbol(method, cancellation) is { } symbol:
                    Add(symbol, type, method.SpanStart, relevant);
                    if (!relevant && ConcurrencyGate.Subscribes(method))
                        Subscribers.Add(IdOf(symbol));
                    break;
            }
        }

        if (hasInstanceInitializer)
            Add(InstanceInitializerId(id, filePath), id, syntax.SpanStart, relevant);
        if (hasStaticInitializer)
            Add(StaticInitializerId(id, filePath), id, syntax.SpanStart, relevant);

        void Mark(SyntaxTokenList modifiers)
        {
            if (modifiers.Any(SyntaxKind.StaticKeyword))
                hasStaticInitializer = true;
            else if (!modifiers.Any(SyntaxKind.ConstKeyword))
                hasInstanceInitializer = true;
        }
    }

    private void Property(BasePropertyDeclarationSyntax syntax, INamedTypeSymbol type, bool relevant)
    {
        if (syntax.AccessorList is { } list)
        {
            foreach (var accessor in list.Accessors)
                if ((accessor.Body is not null || accessor.ExpressionBody is not null) && model.GetDeclaredSymbol(accessor, cancellation) is { } symbol)
                    Add(symbol, type, accessor.SpanStart, relevant);
        }
        else if (model.GetDeclaredSymbol(syntax, cancellation) is IPropertySymbol { GetMethod: { } getter })
        {
            Add(getter, type, syntax.SpanStart, relevant);
        }
    }

    private void Add(IMethodSymbol method, INamedTypeSymbol type, int position, bool relevant)
    {
        var implements = new List<string>();
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            implements.Add(IdOf(overridden));
        implements.AddRange(method.ExplicitInterfaceImplementations.Select(IdOf));
        if (method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet })
            foreach (var candidate in type.AllInterfaces.SelectMany(i => i.GetMembers(method.Name)))
                if (candidate is IMethodSymbol && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), method))
                    implements.Add(IdOf(candidate));
        var id = IdOf(method);
        Members.Add(new(id, IdOf(type), position) { Implements = implements.ToImmutableArray() });
        if (relevant)
            Relevant.Add(id);
    }

    private void Add(string id, string typeId, int position, bool relevant)
    {
        Members.Add(new(id, typeId, position));
        if (relevant)
            Relevant.Add(id);
    }

    private string IdOf(ISymbol symbol) => symbols.IdOf(symbol);
}

internal static class PrimaryConstructors
{
    /// <summary>Roslyn 4.5 knows primary constructors of records only; newer ones hang the list below the type all the same.</summary>
    public static ParameterListSyntax? ParameterListOfPrimaryConstructor(this TypeDeclarationSyntax type) =>
        type.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();
}
