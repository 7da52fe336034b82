using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;
using ConcurrencyAnalyzers.Rules.SharedState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>
/// CONC1005: a semaphore that lets one in is held from the check to the act, over the await. Offered only where no other
/// code writes the state, so that the semaphore keeps everybody out, and where nothing that is awaited meanwhile leads
/// back to this type, which would wait for itself.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StaleAfterAwaitFix)), Shared]
public sealed class StaleAfterAwaitFix() : ConcurrencyCodeFix(StaleAfterAwait.Id)
{
    private protected override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (StepPair.Of(source, finding) is not { } pair || Range(pair) is not var (first, last) || first.Parent is not BlockSyntax block
            || first.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || StateOf(pair) is not { } state
            || first.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not MethodDeclarationSyntax method || !method.Modifiers.Any(SyntaxKind.AsyncKeyword)
            || first.Ancestors().TakeWhile(node => node != method).Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or LockStatementSyntax))
            yield break;
        var range = block.Statements.Skip(block.Statements.IndexOf(first)).Take(block.Statements.IndexOf(last) - block.Statements.IndexOf(first) + 1).ToArray();
        var layout = source.Layout;
        if (!layout.OwnLines(first, last) || !IsWrittenHereOnly(source, type, state, range) || range.SelectMany(Work.Own).Any(node => LeadsBack(source, type, node)))
            yield break;
        if (GateField.ForTurns(source, type, state, state.IsStatic) is not { } gate)
            yield break;

        var script = new EditScript(source, "Let one caller in at a time");
        gate.Declare(script);
        var (line, indent) = (layout.NewLine, layout.IndentAt(first.SpanStart));
        var configure = range.SelectMany(Work.Own).OfType<AwaitExpressionSyntax>().Any(static wait => wait.Expression.ToString().EndsWith(".ConfigureAwait(false)", StringComparison.Ordinal)) ? ".ConfigureAwait(false)" : "";
        script.Insert(first.SpanStart, $"await {gate.Name}.WaitAsync(){configure};{line}{indent}" + layout.Open("try", indent));
        script.Shift(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.SpanStart, last.Span.End));
        script.Insert(layout.EndOfLine(last)!.Value, layout.Close(indent) + (layout.BracesOnOwnLine ? line + indent : " ") + layout.Open("finally", indent) + $"{gate.Name}.Release();" + layout.Close(indent));
        yield return script;
    }

    /// <summary>The statements of one block from the check to the act.</summary>
    private static (StatementSyntax First, StatementSyntax Last)? Range(StepPair pair)
    {
        var check = pair.Check ?? pair.Act;
        foreach (var block in pair.Act.Ancestors().OfType<BlockSyntax>())
            if (block.Span.Contains(check.Span))
                return block.Statements.FirstOrDefault(statement => statement.Span.Contains(check.Span)) is { } first && block.Statements.FirstOrDefault(statement => statement.Span.Contains(pair.Act.Span)) is { } last && first.SpanStart <= last.SpanStart
                    ? (first, last)
                    : null;
        return null;
    }

    private static ISymbol? StateOf(StepPair pair)
    {
        var target = pair.Act switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left,
            PostfixUnaryExpressionSyntax unary => unary.Operand,
            PrefixUnaryExpressionSyntax unary => unary.Operand,
            var other => other,
        };
        return pair.Source.Model.GetSymbolInfo(target).Symbol is { } symbol and (IFieldSymbol { DeclaredAccessibility: Accessibility.Private } or IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private } }) ? symbol : null;
    }

    /// <summary>Apart from construction, the state is written between the check and the act and nowhere else.</summary>
    private static bool IsWrittenHereOnly(SourceView source, TypeDeclarationSyntax type, ISymbol state, StatementSyntax[] range) =>
        state.ContainingType.DeclaringSyntaxReferences.Length == 1
        && type.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == state.Name && !range.Any(statement => statement.Span.Contains(name.Span)) && IsWritten(name) && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name).Symbol, state))
            .All(static name => name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax);

    private static bool IsWritten(IdentifierNameSyntax name)
    {
        ExpressionSyntax expression = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
        return expression.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == expression,
            PostfixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
            ArgumentListSyntax or TupleExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>A call into the type itself may come back for the semaphore; a jump into the middle or a `yield` cannot be enclosed.</summary>
    private static bool LeadsBack(SourceView source, TypeDeclarationSyntax type, SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => source.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method || method.DeclaringSyntaxReferences.Any(reference => type.Span.Contains(reference.Span) && reference.SyntaxTree == type.SyntaxTree),
        LabeledStatementSyntax or YieldStatementSyntax or LocalFunctionStatementSyntax => true,
        _ => false,
    };
}
