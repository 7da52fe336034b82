using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>Gives <c>=&gt; expression</c> a block, with the expression under the lock in it.</summary>
internal sealed class ExpressionBodies(SourceView source, LockWriter writer, Hoisting hoisting)
{
    private Layout Layout => source.Layout;

    private EditScript Script => writer.Script;

    public bool Plan(SyntaxNode body, IReadOnlyList<StateAccess> accesses)
    {
        var (arrow, expression) = body switch
        {
            AnonymousFunctionExpressionSyntax lambda => (Arrow(lambda), lambda.ExpressionBody),
            LocalFunctionStatementSyntax { ExpressionBody: { } clause } => (clause.ArrowToken, clause.Expression),
            BaseMethodDeclarationSyntax { ExpressionBody: { } clause } => (clause.ArrowToken, clause.Expression),
            AccessorDeclarationSyntax { ExpressionBody: { } clause } => (clause.ArrowToken, clause.Expression),
            PropertyDeclarationSyntax { ExpressionBody: { } clause } => (clause.ArrowToken, clause.Expression),
            IndexerDeclarationSyntax { ExpressionBody: { } clause } => (clause.ArrowToken, clause.Expression),
            _ => (default, null),
        };
        if (expression is null or RefExpressionSyntax or ThrowExpressionSyntax || accesses.Any(access => !expression.Span.Contains(access.Reference.Span))
            || Returns(body) is not { } returns)
            return false;
        if (arrow.LeadingTrivia.Concat(arrow.GetPreviousToken().TrailingTrivia).Concat(arrow.TrailingTrivia).Concat(expression.GetLeadingTrivia())
            .Any(trivia => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)))
            return false;

        // What may take long, or must not be under a lock at all, is done before.
        var operands = hoisting.OperandsOf(expression, accesses);
        if (Work.Own(expression).Any(node => Work.IsForbidden(source.Model, node) && !operands.Any(operand => operand.Span.Contains(node.Span))))
            return false;

        var isLambda = body is AnonymousFunctionExpressionSyntax;
        var anchor = isLambda ? body.Ancestors().FirstOrDefault(node => node is StatementSyntax or MemberDeclarationSyntax) ?? body : body;
        var lines = anchor is StatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax && Layout.StartsLine(anchor.SpanStart)
            && (Layout.EndOfLine(anchor) is not null || isLambda);
        var levels = lines ? Levels(body) : [];
        Write(body, arrow, expression, accesses[0], returns, operands, levels, lines);
        return true;
    }

    private void Write(
        SyntaxNode body, SyntaxToken arrow, ExpressionSyntax expression, StateAccess access, bool returns, IReadOnlyList<ExpressionSyntax> operands,
        IReadOnlyList<string> levels, bool lines)
    {
        var indent = lines ? Script.IndentAt(body.SpanStart) : "";
        var isLambda = body is AnonymousFunctionExpressionSyntax;
        var from = isLambda ? arrow.Span.End : arrow.GetPreviousToken().Span.End;
        var statement = returns ? "return " : "";
        var region = writer.Region(access, expression.Span);
        var property = !lines && body is PropertyDeclarationSyntax or IndexerDeclarationSyntax;

        // From the outside in: the braces of the body, of the getter, the work before the lock, the lock.
        var inner = indent;
        var opening = lines ? Brace(indent) : property ? " { get { " : " { ";
        if (lines)
        {
            foreach (var level in levels)
            {
                inner += Layout.Unit;
                opening += Layout.NewLine + inner + level + Brace(inner);
            }

            inner += Layout.Unit;
            opening += Layout.NewLine + inner;
        }

        Script.Replace(TextSpan.FromBounds(from, expression.SpanStart), opening);
        foreach (var operand in operands)
            hoisting.TakeOut(body, expression.SpanStart, operand, lines ? Layout.NewLine + inner : " ");
        Script.Insert(expression.SpanStart, (lines ? region.Open(Layout, inner) : region.OpenLine()) + statement);

        var closing = "";
        if (lines)
        {
            closing = region.Close(Layout, inner);
            for (var depth = levels.Count; depth >= 0; depth--)
                closing += Layout.NewLine + indent + string.Concat(Enumerable.Repeat(Layout.Unit, depth)) + "}";

            var steps = levels.Count + 2 - (Layout.StartsLine(expression.SpanStart) ? 1 : 0);
            Script.Shift(expression.Span, steps);
        }
        else
        {
            closing = region.CloseLine() + (property ? " } }" : " }");
        }

        var end = isLambda ? expression.Span.End : lines ? Layout.EndOfLine(body) ?? body.Span.End : body.Span.End;
        Script.Insert(end, isLambda ? ";" + closing : closing);
    }

    private string Brace(string indent) => Layout.BracesOnOwnLine ? Layout.NewLine + indent + "{" : " {";

    private static IReadOnlyList<string> Levels(SyntaxNode body) => body is PropertyDeclarationSyntax or IndexerDeclarationSyntax ? ["get"] : [];

    private static SyntaxToken Arrow(AnonymousFunctionExpressionSyntax function) => function switch
    {
        LambdaExpressionSyntax lambda => lambda.ArrowToken,
        _ => default,
    };

    /// <summary>Whether the block has to return the expression's value; null when that cannot be told.</summary>
    private bool? Returns(SyntaxNode body)
    {
        var method = body switch
        {
            AnonymousFunctionExpressionSyntax lambda => source.Model.GetSymbolInfo(lambda).Symbol as IMethodSymbol,
            PropertyDeclarationSyntax property => source.Model.GetDeclaredSymbol(property)?.GetMethod,
            IndexerDeclarationSyntax indexer => source.Model.GetDeclaredSymbol(indexer)?.GetMethod,
            _ => source.Model.GetDeclaredSymbol(body) as IMethodSymbol,
        };
        if (method is null || method.ReturnsByRef || method.ReturnsByRefReadonly)
            return null;
        if (body is LambdaExpressionSyntax && source.Model.GetTypeInfo(body).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: not null })
            return null;
        if (method.ReturnsVoid)
            return false;
        return !method.IsAsync || method.ReturnType is INamedTypeSymbol { Arity: > 0 };
    }
}
