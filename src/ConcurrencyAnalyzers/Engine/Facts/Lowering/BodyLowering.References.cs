using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Locals by reference: another name for a slot or field, taken for the one that they were last set to.</summary>
internal sealed partial class BodyLowering
{
    private const string Marshal = "T:System.Runtime.InteropServices.CollectionsMarshal";

    private readonly Dictionary<ISymbol, Value> _references = new(SymbolEqualityComparer.Default);

    /// <summary>The storage that <c>ref …</c> names; null where it is not followed.</summary>
    private Value? ReferenceTo(IOperation source)
    {
        if (source is not IInvocationOperation call)
            return PlaceOf(source);

        // What a dictionary holds under a key, or a list at a position.
        if (call.Arguments.Length == 0 || Symbols.TypeIdOf(call.TargetMethod.ContainingType) != Marshal || PlaceOf(call.Arguments[0].Value) is not { } collection)
            return null;
        Evaluate(call);
        return new Value.Element(collection, IndexShape.Any, "");
    }

    /// <summary>A reference into a collection is as good as a use of the collection.</summary>
    private void ContentOfMarshalled(MethodFacts method, Argument collection)
    {
        if (method.TypeId == Marshal)
            _out.Add(new Access(collection.Span, collection.Value, AccessKind.Content | (method.Name is "GetValueRefOrAddDefault" or "SetCount" ? AccessKind.Update : AccessKind.Read)) { Operator = method.Name });
    }
}
