using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>An entry that is removed for what it held: removing the pair removes it only while it still holds that.</summary>
internal static class EntryRemoval
{
    public static EditScript? Plan(StepPair pair)
    {
        if (pair.Harm != StepHarm.TakesOther || pair.Act is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } removal
            || StepPair.Target(removal) is not var (collection, name) || name != "TryRemove" || !arguments[1].RefKindKeyword.IsKind(SyntaxKind.OutKeyword)
            || !ValueUse.IsDiscard(arguments[1].Expression) || !EntryInsert.IsConcurrentDictionary(pair.Source.Model, collection))
            return null;
        var script = new EditScript(pair.Source, "Remove only this value");
        if (EntryOf(removal, collection, arguments[0].Expression) is { } entry)
        {
            script.Replace(removal.ArgumentList.Span, $"({entry})");
            return script;
        }

        if ((ValueSeen(pair, collection, arguments[0].Expression) ?? ValueOf(removal, collection, arguments[0].Expression)) is not { } value)
            return null;
        var pairName = Usings.Name(script, removal.SpanStart, "System.Collections.Generic", "KeyValuePair");
        script.Replace(removal.ArgumentList.Span, $"({pairName}.Create({arguments[0].Expression}, {value}))");
        return script;
    }

    /// <summary>The variable of a walk of the entries, of which the key is named.</summary>
    private static string? EntryOf(SyntaxNode removal, ExpressionSyntax collection, ExpressionSyntax key) =>
        key is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var entry }, Name.Identifier.ValueText: "Key" }
        && removal.Ancestors().TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ForEachStatementSyntax>().Any(walk => walk.Identifier.ValueText == entry && StepPair.Same(walk.Expression, collection)) ? entry : null;

    /// <summary>The variable that holds the value in a walk of keys and values.</summary>
    private static string? ValueOf(SyntaxNode removal, ExpressionSyntax collection, ExpressionSyntax key)
    {
        foreach (var walk in removal.Ancestors().TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ForEachVariableStatementSyntax>())
            if (StepPair.Same(walk.Expression, collection) && walk.Variable.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().ToArray() is [var first, var second]
                && key is IdentifierNameSyntax { Identifier.ValueText: var name } && name == first.Identifier.ValueText)
                return second.Identifier.ValueText;
        return null;
    }

    /// <summary>The variable that the check put the value into, where nothing else is ever put into it.</summary>
    private static string? ValueSeen(StepPair pair, ExpressionSyntax collection, ExpressionSyntax key)
    {
        if (pair.Check is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } asked } check || StepPair.Target(check) is not var (looked, name) || name != "TryGetValue"
            || !StepPair.Same(looked, collection) || !StepPair.Same(asked[0].Expression, key))
            return null;
        var variable = asked[1].Expression switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax named } => named.Identifier.ValueText,
            IdentifierNameSyntax existing => existing.Identifier.ValueText,
            _ => null,
        };
        return variable is not null && GateNames.ScopeOf(check).DescendantNodes().OfType<AssignmentExpressionSyntax>().All(assignment => assignment.Left is not IdentifierNameSyntax { Identifier.ValueText: var name } || name != variable) ? variable : null;
    }
}
