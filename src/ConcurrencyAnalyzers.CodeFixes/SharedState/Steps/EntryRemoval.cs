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
            || !ValueUse.IsDiscard(arguments[1].Expression) || !EntryInsert.IsConcurrentDictionary(pair.Source.Model, collection) || ValueSeen(pair, collection, arguments[0].Expression) is not { } value)
            return null;
        var script = new EditScript(pair.Source, "Remove only this value");
        var pairName = Usings.Name(script, removal.SpanStart, "System.Collections.Generic", "KeyValuePair");
        script.Replace(removal.ArgumentList.Span, $"({pairName}.Create({arguments[0].Expression}, {value}))");
        return script;
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
