using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>What statements declare that is used behind them: to be declared before, once they stand in a block of their own.</summary>
/// <param name="Text">The declaration without its value.</param>
/// <param name="Away">What has to go where the value is given.</param>
/// <param name="IsReference">Whether null is among its values.</param>
internal sealed record Outliving(string Text, TextSpan Away, bool IsReference)
{
    /// <summary>The declarations that have to stand before the block; null when one cannot.</summary>
    /// <param name="also">A variable that is used behind the block by what the fix writes there.</param>
    public static List<Outliving>? Of(SourceView source, StatementList list, int first, int last, string? also = null)
    {
        var moved = new List<Outliving>();
        for (var index = first; index <= last; index++)
        {
            var statement = list[index];
            if (statement is LabeledStatementSyntax or LocalFunctionStatementSyntax
                || statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not (int)SyntaxKind.None } && last < list.Count - 1)
                return null;

            foreach (var variable in DeclaredAtTop(statement))
            {
                if (source.Model.GetDeclaredSymbol(variable) is not ILocalSymbol local || local.Name != also && !IsUsedOutside(source, list, first, last, local))
                    continue;
                if (Split(source, statement, variable, local) is not { } split)
                    return null;
                moved.Add(split);
            }
        }

        return moved;
    }

    /// <summary>What the statement declares for the statements behind it.</summary>
    private static IEnumerable<SyntaxNode> DeclaredAtTop(StatementSyntax statement)
    {
        var leaking = statement switch
        {
            LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax => statement,
            IfStatementSyntax check => check.Condition,
            _ => (SyntaxNode?)null,
        };
        return leaking is null
            ? []
            : Work.Own(leaking).Where(node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax);
    }

    private static bool IsUsedOutside(SourceView source, StatementList list, int first, int last, ILocalSymbol local)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (index >= first && index <= last)
                continue;
            if (list[index].DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name).Symbol, local)))
                return true;
        }

        return false;
    }

    /// <summary><c>var</c> is nullable for the compiler; a local that gets one value only is what that value is.</summary>
    private static ITypeSymbol TypeOf(SourceView source, ILocalSymbol local, SyntaxNode variable)
    {
        if (variable is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent: VariableDeclarationSyntax { Type.IsVar: true } }
            || source.Model.GetTypeInfo(value).Nullability.FlowState != NullableFlowState.NotNull)
            return local.Type;

        var assigned = GateNames.ScopeOf(variable).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Name
            && name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name);
        return assigned ? local.Type : local.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
    }

    private static Outliving? Split(SourceView source, StatementSyntax statement, SyntaxNode variable, ILocalSymbol local)
    {
        if (local.IsRef || local.IsConst || source.NameOf(TypeOf(source, local, variable), statement.SpanStart) is not { } type)
            return null;

        var text = type + " " + local.Name + ";";
        switch (variable)
        {
            case VariableDeclaratorSyntax { Initializer.Value: not InitializerExpressionSyntax and not StackAllocArrayCreationExpressionSyntax } declarator
                when declarator.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None } declaration }:
                return new(text, TextSpan.FromBounds(declaration.SpanStart, declarator.Identifier.SpanStart), local.Type.IsReferenceType);
            case SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } } expression } designation:
                return new(text, TextSpan.FromBounds(expression.SpanStart, designation.SpanStart), local.Type.IsReferenceType);
            default:
                return null;
        }
    }
}
