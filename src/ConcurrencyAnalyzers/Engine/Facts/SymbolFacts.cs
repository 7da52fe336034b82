using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Turns symbols into facts that hold no symbol. One for an analysis, which does not outlive it; not thread-safe.</summary>
/// <param name="assembly">The one being read: sources of other projects, which only an editor sees, count as references.</param>
internal sealed class SymbolFacts(KnowledgeBase knowledge, IAssemblySymbol assembly)
{
    private readonly Dictionary<ISymbol, string> _ids = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, FieldFacts> _fields = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, MethodFacts> _methods = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Contract> _contracts = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, SafetyFacts> _safety = new(SymbolEqualityComparer.Default);

    public KnowledgeBase Knowledge { get; } = knowledge;

    public string IdOf(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (_ids.TryGetValue(symbol, out var id))
            return id;
        id = symbol.GetDocumentationCommentId() ?? "?:" + symbol.ToDisplayString();
        _ids[symbol] = id;
        return id;
    }

    public string TypeIdOf(ITypeSymbol? type) => type switch
    {
        null => "",
        IArrayTypeSymbol => "T:System.Array",
        ITypeParameterSymbol => "",
        _ => IdOf(type),
    };

    public FieldFacts Field(IFieldSymbol field) => _fields.TryGetValue(field.OriginalDefinition, out var facts)
        ? facts
        : _fields[field.OriginalDefinition] = Describe(field.AssociatedSymbol is IPropertySymbol property ? property : field, field.Type, new(
            IdOf(field.AssociatedSymbol is IPropertySymbol owner ? owner : field), field.Name, IdOf(field.ContainingType))
        {
            IsReadOnly = field.IsReadOnly,
            IsVolatile = field.IsVolatile,
            IsThreadBound = field.GetAttributes().Any(static a => a.AttributeClass?.Name == "ThreadStaticAttribute"),
        });

    /// <summary>The storage of an auto-property.</summary>
    public FieldFacts Property(IPropertySymbol property) => _fields.TryGetValue(property.OriginalDefinition, out var facts)
        ? facts
        : _fields[property.OriginalDefinition] = Describe(property, property.Type, new(IdOf(property), property.Name, IdOf(property.ContainingType))
        {
            IsReadOnly = property.SetMethod is null || property.SetMethod.IsInitOnly,
            IsProperty = true,
        });

    public FieldFacts Event(IEventSymbol @event) => _fields.TryGetValue(@event.OriginalDefinition, out var facts)
        ? facts
        : _fields[@event.OriginalDefinition] = Describe(@event, @event.Type, new(IdOf(@event), @event.Name, IdOf(@event.ContainingType)) { IsEvent = true });

    /// <summary>A local, a parameter, or a primary-constructor parameter that members capture (then it is a field of the object).</summary>
    public FieldFacts Variable(ISymbol variable)
    {
        if (_fields.TryGetValue(variable, out var facts))
            return facts;
        var type = variable switch { ILocalSymbol local => local.Type, IParameterSymbol parameter => parameter.Type, _ => null };
        var position = variable.DeclaringSyntaxReferences.FirstOrDefault()?.Spot().Start ?? -1;
        var owner = variable.ContainingSymbol is { } container ? IdOf(container) : "";
        return _fields[variable] = Describe(variable, type, new("L:" + owner + "/" + variable.Name + "@" + position, variable.Name, owner)
        {
            IsLocal = true,
            IsParameter = variable is IParameterSymbol,
            IsReadOnly = variable is ILocalSymbol { IsConst: true },
            IsByRef = variable is IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out },
        });
    }

    public FieldFacts PrimaryParameter(IParameterSymbol parameter)
    {
        if (_fields.TryGetValue(parameter, out var facts))
            return facts;
        var type = IdOf(parameter.ContainingType);
        return _fields[parameter] = Describe(parameter, parameter.Type, new("PP:" + type + "." + parameter.Name, parameter.Name, type) { IsPrivate = true });
    }

    /// <summary>A field, property or parameter as part of a lock's name: without contracts of its own, which may name it in turn.</summary>
    public FieldFacts LockStep(ISymbol symbol)
    {
        var type = symbol switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, IParameterSymbol parameter => parameter.Type, _ => null };
        var isPrimary = symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };
        if (symbol is IParameterSymbol variable && !isPrimary)
            return Variable(variable);
        var owner = IdOf(symbol.ContainingType);
        var id = isPrimary ? "PP:" + owner + "." + symbol.Name
            : symbol is IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: true, GetMethod: { } getter } ? IdOf(getter)
            : IdOf(symbol);
        return new(id, symbol.Name, owner)
        {
            IsStatic = symbol.IsStatic,
            IsReadOnly = symbol is IFieldSymbol { IsReadOnly: true },
            IsReferenceType = type?.IsReferenceType ?? false,
            IsProperty = symbol is IPropertySymbol,
            TypeId = TypeIdOf(type),
        };
    }

    /// <summary>Whether reading the property reads a field that the compiler made for it.</summary>
    public bool IsAutomatic(IPropertySymbol property) => BodyLowering.IsAutomatic(property);

    public MethodFacts Method(IMethodSymbol method, ITypeSymbol? receiverType)
    {
        method = method.ReducedFrom ?? method;
        var cacheable = receiverType is null || SymbolEqualityComparer.Default.Equals(receiverType.OriginalDefinition, method.ContainingType?.OriginalDefinition);
        if (cacheable && _methods.TryGetValue(method.OriginalDefinition, out var known))
            return known;
        var id = IdOf(method);
        var (safety, typeKey) = SafetyOf(receiverType ?? method.ContainingType);
        var isSource = IsOwn(method) && (method.OriginalDefinition.DeclaringSyntaxReferences.Length > 0 || method.IsImplicitlyDeclared && method.Locations.Any(static l => l.IsInSource));
        var facts = new MethodFacts(id, method.Name, method.ContainingType is { } type ? IdOf(type) : "")
        {
            Key = (!isSource || method.IsAbstract ? LockPairs.KeyOf(method) : null) ?? KeyOf(id),
            IsStatic = method.IsStatic,
            IsSource = isSource,
            IsDispatched = method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType?.TypeKind == TypeKind.Interface,
            IsAsync = method.IsAsync,
            ReturnsAwaitable = IsAwaitable(method.OriginalDefinition.ReturnType),
            ReceiverSafety = safety,
            ReceiverTypeId = typeKey,
            ReturnTypeId = TypeIdOf(method.ReturnType),
            IsExtension = method.IsExtensionMethod,
            MakesDisposable = method.MethodKind == MethodKind.Constructor && IsDisposable(method.ContainingType),
        };
        if (cacheable)
            _methods[method.OriginalDefinition] = facts;
        return facts;
    }

    /// <summary>What a type, its bases and its interfaces promise.</summary>
    public Contract ContractOf(INamedTypeSymbol? type)
    {
        if (type is null || type.DeclaringSyntaxReferences.IsEmpty || !IsOwn(type))
            return Contract.None;
        if (!_contracts.TryGetValue(type.OriginalDefinition, out var contract))
            _contracts[type.OriginalDefinition] = contract = ContractReader.OfFamily(type.OriginalDefinition);
        return contract;
    }

    /// <summary>What the type or its nearest known base tolerates, and the key under which that is known.</summary>
    public SafetyFacts SafetyOf(ITypeSymbol? type)
    {
        if (type is null)
            return new(TypeSafety.Unknown, "");
        if (_safety.TryGetValue(type, out var known))
            return known;
        var result = new SafetyFacts(TypeSafety.Unknown, type is INamedTypeSymbol ? IdOf(type).Substring(2) : "");
        for (var current = type; current is INamedTypeSymbol && current.SpecialType != SpecialType.System_Object; current = current.BaseType!)
        {
            if (IsOwn(current) && ContractReader.Of(current.OriginalDefinition) is var contract and not Contract.None && SafetyBy(contract) is var promised and not TypeSafety.Unknown)
            {
                result = result with { Safety = promised };
                break;
            }

            var key = IdOf(current).Substring(2);
            if (Knowledge.SafetyOf(key) is var safety and not TypeSafety.Unknown)
            {
                result = new(safety, key);
                break;
            }
        }

        if (result.Safety == TypeSafety.Unknown && (type.TypeKind is TypeKind.Enum or TypeKind.Delegate || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String))
            result = result with { Safety = TypeSafety.Immutable };
        return _safety[type] = result;
    }

    private static TypeSafety SafetyBy(Contract contract) =>
        (contract & Contract.Immutable) != 0 ? TypeSafety.Immutable : (contract & Contract.ThreadSafe) != 0 ? TypeSafety.ThreadSafe : TypeSafety.Unknown;

    private bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly);

    public static string KeyOf(string id)
    {
        var end = id.IndexOf('(');
        var key = end < 0 ? id.Substring(2) : id.Substring(2, end - 2);
        var arity = key.LastIndexOf("``", StringComparison.Ordinal);
        return arity < 0 ? key : key.Substring(0, arity);
    }

    public static bool IsAwaitable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" } named
        && named.ContainingNamespace?.ToDisplayString() is "System.Threading.Tasks" or "System.Runtime.CompilerServices";

    private static bool IsDisposable(ITypeSymbol? type) =>
        type is { IsReferenceType: true } && (IsContract(type) || type.AllInterfaces.Any(IsContract));

    private static bool IsContract(ITypeSymbol type) => type is { Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace.Name: "System" };

    public static bool IsVisibleOutside(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        return true;
    }

    private FieldFacts Describe(ISymbol symbol, ITypeSymbol? type, FieldFacts basis)
    {
        var declaration = symbol.DeclaringSyntaxReferences.FirstOrDefault();
        var special = type?.TypeKind == TypeKind.Enum ? SpecialType.System_Int32 : type?.SpecialType ?? SpecialType.None;
        return new(basis.Id, basis.Name, basis.OwnerId)
        {
            IsStatic = symbol.IsStatic,
            IsReadOnly = basis.IsReadOnly,
            IsVolatile = basis.IsVolatile,
            IsThreadBound = basis.IsThreadBound,
            IsLocal = basis.IsLocal,
            IsParameter = basis.IsParameter,
            IsByRef = basis.IsByRef,
            IsProperty = basis.IsProperty,
            IsEvent = basis.IsEvent,
            IsPrivate = basis.IsPrivate || symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable,
            IsForHeirs = symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal,
            IsExternallyVisible = !basis.IsLocal && IsVisibleOutside(symbol),
            IsReferenceType = type?.IsReferenceType ?? false,
            IsDelegate = type?.TypeKind == TypeKind.Delegate,
            IsDisposable = type is { IsReferenceType: true, SpecialType: SpecialType.None } && IsDisposable(type),
            IsPairedLock = type is INamedTypeSymbol { Name: var name } paired && name.IndexOf("ock", StringComparison.Ordinal) >= 0 && LockPairs.IsLock(paired),
            IsBool = special == SpecialType.System_Boolean,
            IsInterlockedNumber = type?.TypeKind != TypeKind.Enum
                && special is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64,
            Guard = basis.IsLocal || symbol is IParameterSymbol || !IsOwn(symbol) ? null : ContractReader.GuardOf(symbol, this)?.Lock,
            Contract = basis.IsLocal || !IsOwn(symbol) ? Contract.None : ContractReader.Of(symbol),
            OwnerContract = basis.IsLocal ? Contract.None : ContractOf(symbol.ContainingType),
            Shape = TypeShapes.Of(type),
            Safety = SafetyOf(type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type).Safety,
            TypeId = TypeIdOf(type),
            DeclarationPath = declaration?.SyntaxTree.FilePath ?? "",
            DeclarationSpan = declaration?.Spot() ?? default,
        };
    }
}

/// <summary>What a type tolerates, and the key under which that is known.</summary>
internal sealed record SafetyFacts(TypeSafety Safety, string Key);
