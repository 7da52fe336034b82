using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>Loops whose head looks at the state: the head goes under the lock, the rounds do not.</summary>
internal sealed class Heads(SourceView source, LockWriter writer)
{
    private Layout Layout => source.Layout;

    private EditScript Script => writer.Script;

    /// <summary>
    /// <c>while (_queue.Count > 0) { … }</c> becomes <c>while (true) { lock (…) { if (_queue.Count &lt;= 0) break; … } … }</c>;
    /// the statements up to <paramref name="act"/>, which rely on the check, share its region.
    /// </summary>
    public bool BreakOut(StatementSyntax loop, ExpressionSyntax condition, StatementSyntax body, StatementList inner, int act, StateAccess? taken = null)
    {
        if (!Layout.OwnLines(loop, loop) || Work.IsForbiddenIn(source.Model, condition))
            return false;

        var access = writer.Accesses.First(candidate => condition.Span.Contains(candidate.Reference.Span));
        var outer = Script.IndentAt(loop.SpanStart);
        var indent = outer + Layout.Unit;
        if (Declared(condition, indent) is not { } declarations)
            return false;
        if (act >= 0 && (inner.IsEmbedded || !Layout.OwnLines(inner[0], inner[act])))
            return false;

        // The check and what follows from it; a local that lives on behind the region has to be declared before.
        if (act >= 0)
        {
            if (writer.Declarations(inner, 0, act) is not { } outliving)
                return false;
            foreach (var moved in outliving)
            {
                Script.Replace(moved.Away, "");
                declarations += moved.Text + Layout.NewLine + indent;
            }
        }

        Script.Replace(condition.Span, loop is WhileStatementSyntax ? "true" : "");
        if (loop is ForStatementSyntax && source.Text.ToString(TextSpan.FromBounds(condition.FullSpan.Start, condition.SpanStart)).Trim().Length > 0)
            return false;

        var check = "if (" + Not(condition) + ")" + Layout.NewLine + indent + Layout.Unit + Layout.Unit + "break;";
        if (taken is not null)
        {
            if (source.Model.GetTypeInfo(taken.Whole).Type is not { } type || source.NameOf(type, loop.SpanStart) is not { } typeName)
                return false;
            var name = writer.NewName(loop, "item");
            declarations += typeName + " " + name + ";" + Layout.NewLine + indent;
            check += Layout.NewLine + indent + Layout.Unit + name + " = " + taken.Whole + ";";
            Script.Replace(taken.Whole.Span, name);
        }

        var region = writer.Region(access, act >= 0 ? TextSpan.FromBounds(condition.SpanStart, inner[act].Span.End) : taken is null ? condition.Span : TextSpan.FromBounds(condition.SpanStart, taken.Span.End));
        var head = declarations + region.Open(Layout, indent) + check;
        if (body is BlockSyntax block)
        {
            var first = block.Statements.FirstOrDefault();
            if (first is null || act < 0)
            {
                var rest = first is null && Layout.OnOneLine(block.Span) ? Layout.NewLine + outer : "";
                InsertCheck(block.OpenBraceToken.Span.End, Layout.NewLine + indent + head + region.Close(Layout, indent) + rest, condition);
                return first is null || Layout.StartsLine(first.SpanStart);
            }

            var end = Layout.EndOfLine(inner[act])!.Value;
            InsertCheck(first.SpanStart, head + Layout.NewLine + indent + Layout.Unit, condition);
            Script.Shift(TextSpan.FromBounds(first.SpanStart, end));
            Script.Insert(end, region.Close(Layout, indent));
            return true;
        }

        var before = loop switch
        {
            WhileStatementSyntax statement => statement.CloseParenToken,
            ForStatementSyntax statement => statement.CloseParenToken,
            _ => default,
        };
        if (before.TrailingTrivia.Concat(body.GetLeadingTrivia()).Any(trivia => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)))
            return false;

        var brace = Layout.BracesOnOwnLine ? Layout.NewLine + outer + "{" : " {";
        var embedded = body is EmptyStatementSyntax ? body.Span : new TextSpan(body.SpanStart, 0);
        Script.Replace(TextSpan.FromBounds(before.Span.End, embedded.End), brace + Layout.NewLine + indent + head + region.Close(Layout, indent)
            + (body is EmptyStatementSyntax ? "" : Layout.NewLine + indent));
        Script.Insert(Layout.EndOfLine(body) ?? body.Span.End, Layout.NewLine + outer + "}");
        return true;
    }

    /// <summary>Inserts text that holds the condition turned round; where its words are the same, other findings in it follow.</summary>
    private void InsertCheck(int position, string text, ExpressionSyntax condition)
    {
        var (words, check) = (source.Text.ToString(condition.Span), text.IndexOf("if (" + Not(condition), StringComparison.Ordinal));
        var at = check < 0 ? -1 : text.IndexOf(words, check, StringComparison.Ordinal);
        if (at < 0)
            Script.Insert(position, text);
        else
            Script.InsertMoved(position, text.Substring(0, at), condition.Span, text.Substring(at + words.Length));
    }

    /// <summary><c>foreach (var x in _items) …</c> over work that must not be under the lock goes over a copy.</summary>
    /// <param name="emptied">The statement behind the loop, to be taken away there, that empties what was copied.</param>
    public bool Snapshot(StatementList list, CommonForEachStatementSyntax loop, IReadOnlyList<StateAccess> accesses, TextSpan? emptied = null)
    {
        if (list.IsEmbedded || accesses.Count != 1 || accesses[0].Whole != loop.Expression || !Layout.OwnLines(loop, loop)
            || loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)
            || accesses[0].Type is IArrayTypeSymbol
            || !source.Model.LookupSymbols(loop.SpanStart, accesses[0].Type, "ToArray", includeReducedExtensionMethods: true).OfType<IMethodSymbol>().Any(method => method.Parameters.Length == 0))
            return false;

        var element = source.Model.GetForEachStatementInfo(loop).ElementType;
        if (element is null || source.NameOf(element, loop.SpanStart) is not { } type)
            return false;

        var name = writer.NewName(loop, "snapshot");
        var region = writer.Region(accesses[0], loop.Expression.Span);
        var indent = Script.IndentAt(loop.SpanStart);
        Script.Insert(loop.SpanStart, type + "[] " + name + ";" + Layout.NewLine + indent + region.Open(Layout, indent));
        var copy = accesses[0].Whole is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" } } ? ";" : ".ToArray();";
        var end = region.Close(Layout, indent) + Layout.NewLine + indent;
        Script.InsertMoved(loop.SpanStart, name + " = ", loop.Expression.Span, emptied is null ? copy + end : copy);
        if (emptied is { } reset)
            Script.InsertMoved(loop.SpanStart, Layout.NewLine + indent + Layout.Unit, reset, end);
        Script.Replace(loop.Expression.Span, name);
        return true;
    }

    /// <summary>Variables that the condition declares are declared at the head of the round instead.</summary>
    private string? Declared(ExpressionSyntax condition, string indent)
    {
        var text = "";
        foreach (var designation in condition.DescendantNodes().OfType<SingleVariableDesignationSyntax>())
        {
            if (designation.Parent is not DeclarationExpressionSyntax { Parent: ArgumentSyntax }
                || source.Model.GetDeclaredSymbol(designation) is not ILocalSymbol local
                || source.NameOf(local.Type, condition.SpanStart) is not { } type)
                return null;
            text += type + " " + local.Name + ";" + Layout.NewLine + indent;
        }

        return text;
    }

    /// <summary>The condition turned round, as a person would write it.</summary>
    public string Not(ExpressionSyntax condition)
    {
        var text = Undeclared(condition);
        switch (condition)
        {
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return Undeclared(not.Operand);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax:
                return "!" + text;
            case BinaryExpressionSyntax binary when Opposite(binary) is { } opposite:
                return Undeclared(binary.Left) + " " + opposite + " " + Undeclared(binary.Right);
            default:
                return "!(" + text + ")";
        }
    }

    private static string Undeclared(ExpressionSyntax expression)
    {
        var text = expression.ToString();
        foreach (var declaration in expression.DescendantNodes().OfType<DeclarationExpressionSyntax>().Reverse())
        {
            var start = declaration.SpanStart - expression.SpanStart;
            text = text.Substring(0, start) + declaration.Designation + text.Substring(start + declaration.Span.Length);
        }

        return text;
    }

    /// <summary>Only for whole numbers: a NaN is neither smaller nor greater.</summary>
    private string? Opposite(BinaryExpressionSyntax binary)
    {
        if (binary.IsKind(SyntaxKind.EqualsExpression))
            return "!=";
        if (binary.IsKind(SyntaxKind.NotEqualsExpression))
            return "==";
        if (!IsWhole(binary.Left) || !IsWhole(binary.Right))
            return null;

        return binary.Kind() switch
        {
            SyntaxKind.GreaterThanExpression => "<=",
            SyntaxKind.GreaterThanOrEqualExpression => "<",
            SyntaxKind.LessThanExpression => ">=",
            SyntaxKind.LessThanOrEqualExpression => ">",
            _ => null,
        };
    }

    private bool IsWhole(ExpressionSyntax operand) =>
        source.Model.GetTypeInfo(operand).ConvertedType?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
