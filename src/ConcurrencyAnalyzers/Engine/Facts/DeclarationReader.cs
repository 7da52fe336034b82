using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Lists the types and members of a tree without binding a body.</summary>
internal sealed class DeclarationReader(SemanticModel model, string filePath, SymbolFacts symbols, TreeWords words, CancellationToken cancellation)
{
    private readonly bool _mayBeRelevant = ConcurrencyGate.MayBeRelevant(words, symbols.Knowledge);

    public ImmutableArray<TypeFacts>.Builder Types { get; } = ImmutableArray.CreateBuilder<TypeFacts>();

    public ImmutableArray<MemberFacts>.Builder Members { get; } = ImmutableArray.CreateBuilder<MemberFacts>();

    public ImmutableArray<PrimaryConstructor>.Builder PrimaryConstructors { get; } = ImmutableArray.CreateBuilder<PrimaryConstructor>();

    public ImmutableArray<string>.Builder Relevant { get; } = ImmutableArray.CreateBuilder<string>();

    /// <summary>Members that may subscribe a handler, in types that mention no concurrency.</summary>
    public ImmutableArray<string>.Builder Subscribers { get; } = ImmutableArray.CreateBuilder<string>();

    /// <summary>Contracts that name nothing.</summary>
    public ImmutableArray<ContractProblem>.Builder Problems { get; } = ImmutableArray.CreateBuilder<ContractProblem>();

    /// <summary>What can be changed of the types that promise not to change.</summary>
    public ImmutableArray<MutableMember>.Builder MutableMembers { get; } = ImmutableArray.CreateBuilder<MutableMember>();

    /// <summary>Names of the members with a contract that code outside their type can use.</summary>
    public ImmutableArray<string>.Builder ContractNames { get; } = ImmutableArray.CreateBuilder<string>();

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
                    Type(type, IsRelevant(type));
                    break;
            }
        }

        if (root is CompilationUnitSyntax unit && unit.Members.OfType<GlobalStatementSyntax>().FirstOrDefault() is { } first
            && model.GetDeclaredSymbol(unit, cancellation) is { } entry)
            Add(entry, entry.ContainingType, first.SpanStart, unit.Members.OfType<GlobalStatementSyntax>().Any(IsRelevant));
    }

    private bool IsRelevant(SyntaxNode node) => _mayBeRelevant && ConcurrencyGate.IsRelevant(node, symbols.Knowledge);

    /// <summary>As text: whether documentation is parsed at all is a setting of the build.</summary>
    private static bool IsDocumentedForOneUser(TypeDeclarationSyntax syntax) =>
        syntax.HasLeadingTrivia && syntax.GetLeadingTrivia().ToFullString() is var text
        && text.IndexOf("<threadsafety", StringComparison.Ordinal) is >= 0 and var tag && text.IndexOf('>', tag) is > 0 and var end
        && text.IndexOf("instance=\"false\"", tag, end - tag, StringComparison.Ordinal) > 0;

    private static readonly string[] s_forOneCaller = ["is not thread-safe", "is not thread safe", "is not threadsafe", "/// not thread-safe", "/// not thread safe", "> not thread-safe", "> not thread safe", ">not thread-safe", ">not thread safe"];

    private bool IsDocumentedForOneCaller(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { HasLeadingTrivia: true } syntax && syntax.GetLeadingTrivia().ToFullString() is var text
        && text.IndexOf("///", StringComparison.Ordinal) >= 0 && text.IndexOf("which is not", StringComparison.OrdinalIgnoreCase) < 0 && s_forOneCaller.Any(words => text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0);

    private void Type(TypeDeclarationSyntax syntax, bool relevant)
    {
        if (model.GetDeclaredSymbol(syntax, cancellation) is not { } type)
            return;
        var bases = type.AllInterfaces.Select(IdOf).ToList();
        for (var current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
            bases.Add(IdOf(current));
        var id = IdOf(type);
        var facts = new TypeFacts(id, type.Name)
        {
            Bases = bases.ToImmutableArray(),
            IsExternallyVisible = SymbolFacts.IsVisibleOutside(type),
            IsStruct = type.IsValueType,
            IsAbstract = type.IsAbstract,
            IsRecord = type.IsRecord,
            IsCommanded = type.TypeKind == TypeKind.Interface && type.GetMembers().Any(IsCommand),
            Attributes = AttributesOf(type),
            Takes = TakesOf(type),
            Contract = symbols.ContractOf(type),
            IsForOneUser = IsDocumentedForOneUser(syntax),
        };
        Types.Add(facts);
        Contracts(syntax, type);
        relevant |= symbols.Knowledge.Frameworks.RootsOf(facts).Any();

        if (syntax.ParameterListOfPrimaryConstructor() is not null
            && type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.Span == syntax.Span)) is { } primary)
            PrimaryConstructors.Add(new(IdOf(primary), primary.Parameters.Select(symbols.PrimaryParameter).ToImmutableArray()));

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
                    Add(symbol, type, method.SpanStart, relevant, method.AttributeLists.Count > 0);
                    if (!relevant && words.HasPlusEquals && ConcurrencyGate.Subscribes(method))
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

    private static bool IsCommand(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: true, Parameters.IsEmpty: true } method && (method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 });

    /// <summary>Attributes of the base class library's own types are of no interest.</summary>
    private ImmutableArray<string> AttributesOf(INamedTypeSymbol type)
    {
        var attributes = ImmutableArray.CreateBuilder<string>();
        for (INamedTypeSymbol? current = type; current is not null && current.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true }; current = current.BaseType)
            attributes.AddRange(current.GetAttributes().Select(static attribute => attribute.AttributeClass).OfType<INamedTypeSymbol>().Select(IdOf));
        return attributes.Distinct().ToImmutableArray();
    }

    private ImmutableArray<string> TakesOf(INamedTypeSymbol type) => type.IsStatic || type.TypeKind != TypeKind.Class ? ImmutableArray<string>.Empty
        : type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).SelectMany(static parameter => WithArguments(parameter.Type)).Select(IdOf).Distinct().ToImmutableArray();

    /// <summary>A service may be asked for in a wrapper: lazily, as one of several, as options.</summary>
    public static IEnumerable<INamedTypeSymbol> WithArguments(ITypeSymbol type) =>
        type is INamedTypeSymbol named ? named.TypeArguments.OfType<INamedTypeSymbol>().Prepend(named) : [];

    private void Add(IMethodSymbol method, INamedTypeSymbol type, int position, bool relevant, bool hasAttributes = false)
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
        var attributes = hasAttributes
            ? method.GetAttributes().Select(static attribute => attribute.AttributeClass).OfType<INamedTypeSymbol>().Select(IdOf).Where(attribute => symbols.Knowledge.Frameworks.IsMethodAttribute(attribute.Substring(2))).ToImmutableArray()
            : ImmutableArray<string>.Empty;
        var required = ContractReader.RequiredBy(method, symbols).Select(static required => required.Lock).ToImmutableArray();
        Members.Add(new(id, IdOf(type), position) { Implements = implements.ToImmutableArray(), Attributes = attributes, RequiredLocks = required, IsForOneCaller = relevant && method.MethodKind == MethodKind.Ordinary && IsDocumentedForOneCaller(method) });
        if (relevant || !attributes.IsEmpty)
            Relevant.Add(id);
    }

    /// <summary>What the attributes on a type's members say, apart from what the members do.</summary>
    private void Contracts(TypeDeclarationSyntax syntax, INamedTypeSymbol type)
    {
        var contract = symbols.ContractOf(type);
        foreach (var member in syntax.Members)
        {
            if (member is BaseTypeDeclarationSyntax || member.AttributeLists.Count == 0 && contract == Contract.None)
                continue;
            foreach (var node in member is BaseFieldDeclarationSyntax field ? field.Declaration.Variables : Enumerable.Repeat<SyntaxNode>(member, 1))
            {
                if (model.GetDeclaredSymbol(node, cancellation) is not { } symbol)
                    continue;
                var locks = symbol switch
                {
                    IMethodSymbol method => ContractReader.RequiredBy(method, symbols),
                    IPropertySymbol { GetMethod: { } getter } => ContractReader.RequiredBy(getter, symbols),
                    _ => [],
                };
                Note(symbol, ContractReader.GuardOf(symbol, symbols) is { } guard ? locks.Append(guard) : locks);
                if ((contract & Contract.Immutable) != 0 && ImmutableTypes.Mutable(symbol, node, filePath, symbols) is { } mutable)
                    MutableMembers.Add(mutable);
                if (symbol.DeclaredAccessibility != Accessibility.Private && (contract != Contract.None || ContractReader.Of(symbol) != Contract.None))
                    ContractNames.Add(symbol.Name);
            }
        }
    }

    private void Note(ISymbol symbol, IEnumerable<ContractReader.RequiredLock> locks)
    {
        foreach (var (name, attribute) in locks)
        {
            if (symbol.DeclaredAccessibility != Accessibility.Private)
                ContractNames.Add(symbol.Name);
            if (name.Problem != LockNameProblem.None && ContractReader.PlaceOf(attribute, cancellation) is { } place && place.FilePath == filePath)
                Problems.Add(new(place, symbol.Name, name, attribute.AttributeClass?.Name.StartsWith("GuardedBy", StringComparison.Ordinal) != true));
        }
    }

    private void Add(string id, string typeId, int position, bool relevant)
    {
        Members.Add(new(id, typeId, position));
        if (relevant)
            Relevant.Add(id);
    }

    private string IdOf(ISymbol symbol) => symbols.IdOf(symbol);
}

internal sealed record PrimaryConstructor(string Id, ImmutableArray<FieldFacts> Parameters);

internal static class PrimaryParameterLists
{
    /// <summary>Roslyn 4.5 knows primary constructors of records only; newer ones hang the list below the type all the same.</summary>
    public static ParameterListSyntax? ParameterListOfPrimaryConstructor(this TypeDeclarationSyntax type) =>
        type.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();
}
