using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Collections;

/// <summary>Gives a variable and the objects that are put into it the concurrent type.</summary>
internal sealed class CollectionDeclaration(EditScript script, CollectionKind kind, INamedTypeSymbol type)
{
    private SourceView Source => script.Source;

    /// <summary>The declaration with its initialiser; false, and the script is void, where that says more than the twin can take over.</summary>
    public bool Rewrite(VariableDeclaratorSyntax declarator)
    {
        if (declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Type: var written })
            return false;
        if (!written.IsVar && !RewriteType(written))
            return false;
        return declarator.Initializer is null || RewriteCreation(declarator.Initializer.Value);
    }

    /// <summary>A new object for the variable.</summary>
    public bool RewriteCreation(ExpressionSyntax value)
    {
        switch (value)
        {
            // An empty collection expression, which the oldest compiler that we run in has no node for.
            case not BaseObjectCreationExpressionSyntax when value.ToString() == "[]":
                script.Replace(value.Span, "new()");
                return true;
            case ImplicitObjectCreationExpressionSyntax creation:
                return RewriteArguments(creation);
            case ObjectCreationExpressionSyntax creation:
                return RewriteType(creation.Type) && RewriteArguments(creation);
            default:
                return false;
        }
    }

    private bool RewriteType(TypeSyntax written)
    {
        if (written is NullableTypeSyntax nullable)
            written = nullable.ElementType;
        if (written is not GenericNameSyntax name || name.Identifier.ValueText != kind.Old)
            return false;

        script.Replace(name.Identifier.Span, Usings.Name(script, written.SpanStart, "System.Collections.Concurrent", kind.New, kind.Arity));
        if (kind.IsSet)
            script.Insert(name.TypeArgumentList.GreaterThanToken.SpanStart, ", byte");
        return true;
    }

    private bool RewriteArguments(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Initializer is { } initializer && !(kind.IsDictionary && initializer.Expressions.All(element => element is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax })))
            return false;
        if (creation.ArgumentList is not { Arguments: { Count: > 0 } arguments } list)
            return true;

        switch (arguments)
        {
            // A capacity is a hint.
            case [{ NameColon: null, Expression: LiteralExpressionSyntax or IdentifierNameSyntax } only] when Source.Model.GetTypeInfo(only.Expression).Type?.SpecialType == SpecialType.System_Int32:
                script.Replace(only.Span, "");
                return true;
            case [{ NameColon: null } only] when IsComparer(only.Expression):
                return kind.IsDictionary || kind.IsSet;
            case [{ NameColon: null } only] when !kind.IsSet && Source.Model.GetTypeInfo(only.Expression).Type?.AllInterfaces.Any(IsSequence) == true:
                return true;
            default:
                return list.Arguments.Count == 0;
        }
    }

    private bool IsComparer(ExpressionSyntax argument) => Source.Model.GetTypeInfo(argument).Type is { } given
        && given.AllInterfaces.Concat([given]).Any(candidate => candidate is INamedTypeSymbol { Name: "IEqualityComparer", Arity: 1 } comparer
            && SymbolEqualityComparer.Default.Equals(comparer.TypeArguments[0], type.TypeArguments[0]));

    private static bool IsSequence(INamedTypeSymbol candidate) => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
