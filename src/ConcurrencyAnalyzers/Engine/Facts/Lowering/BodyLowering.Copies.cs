using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal sealed partial class BodyLowering
{
    /// <summary><c>last with { Count = 1 }</c>: a new object that shares with the other all that is not named.</summary>
    private Value With(IWithOperation with)
    {
        var original = Evaluate(with.Operand);
        var copy = new Value.Items(member.NextCall(), ImmutableArray<Value>.Empty);
        if (with.Type is INamedTypeSymbol { IsReferenceType: true } type && !HasOwnCopying(type))
            ShareFields(with, original, copy, type, with.Initializer);
        return Initializer(with.Initializer, copy);
    }

    /// <summary><c>MemberwiseClone()</c>: what the fields refer to, both objects have.</summary>
    private Value Cloned(IInvocationOperation invocation, Value original)
    {
        var copy = new Value.Items(member.NextCall(), ImmutableArray<Value>.Empty);
        if (invocation.Instance?.Type is INamedTypeSymbol { IsReferenceType: true } type)
            ShareFields(invocation, original, copy, type, null);
        return copy;
    }

    private void ShareFields(IOperation at, Value original, Value copy, INamedTypeSymbol type, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (original is Value.UnknownValue)
            return;
        for (INamedTypeSymbol? part = type; part is { SpecialType: SpecialType.None }; part = part.BaseType)
            foreach (var symbol in part.GetMembers())
                if (!symbol.IsStatic && FactsOf(symbol) is { IsReferenceType: true, IsDelegate: false, Safety: not TypeSafety.Immutable } field && !IsNamedIn(initializer, symbol))
                    _out.Add(new Access(at.Syntax.Spot(), new Value.Field(copy, field), AccessKind.Write) { Stored = new Value.Field(original, field), IsCopy = true });
    }

    /// <summary><c>(_reader, _writer) = (reader, writer)</c>: each gets its own, after all have been read.</summary>
    private void AssignEach(ITupleOperation targets, ITupleOperation values)
    {
        var places = targets.Elements.Select(target => Unwrap(target) is ITupleOperation or IDeclarationExpressionOperation or IDiscardOperation ? null : PlaceOf(target)).ToArray();
        var before = _out.Count;
        var stored = values.Elements.Select(value => Evaluate(value)).ToArray();

        // Where they change places, what one holds now is not what it held when the other was given it.
        var isSwap = places.Any(place => place is not null && Reads(before, place));
        for (var i = 0; i < stored.Length; i++)
            if (places[i] is { } place)
                Store(targets.Elements[i].Syntax.Spot(), place, isSwap ? Value.Unknown : CopyOf(stored[i], targets.Elements[i].Type), values.Elements[i], isSwap && Reads(before, place) ? "=" : "", before);
            else
                Deconstruct(targets.Elements[i], before);
    }

    private FieldFacts? FactsOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property when IsAutomatic(property) => Symbols.Property(property),
        IFieldSymbol { AssociatedSymbol: null } field => Symbols.Field(field),
        _ => null,
    };

    private static bool IsNamedIn(IObjectOrCollectionInitializerOperation? initializer, ISymbol symbol) => initializer is not null
        && initializer.Initializers.Any(part => part is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var named } } && SymbolEqualityComparer.Default.Equals(named, symbol));

    /// <summary>A record that says itself how it is copied.</summary>
    private static bool HasOwnCopying(INamedTypeSymbol type) => type.InstanceConstructors
        .Any(constructor => constructor is { IsImplicitlyDeclared: false, Parameters.Length: 1 } && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type));
}
