using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// A collection whose items are all looked at and then taken away: <c>foreach (var x in _items) Send(x); _items.Clear();</c>.
/// Copied in one region and emptied in another it would lose what is added in between, so it is emptied where it is copied.
/// </summary>
internal sealed class Drain(SourceView source, LockWriter writer, Heads heads)
{
    private Layout Layout => source.Layout;

    /// <summary>Whether the one statement looks at all items and the other leaves none.</summary>
    public static bool Is(StatementSyntax reads, IReadOnlyList<StateAccess> earlier, StatementSyntax empties, IReadOnlyList<StateAccess> later) =>
        earlier.Count == 1 && later.Count == 1 && IsReset(later[0]) && StatementOf(later[0]) == empties && reads switch
        {
            CommonForEachStatementSyntax loop => loop.Expression.Span.Contains(earlier[0].Span),
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }] } => IsCopy(value, earlier[0].Whole),
            _ => false,
        };

    /// <summary>The access leaves an empty collection: <c>_items.Clear()</c>, <c>_items = []</c>, <c>_items = new()</c>.</summary>
    public static bool IsReset(StateAccess access) => !StateAccess.IsPlainValue(access.Type) && StatementOf(access) is not null && access.Whole.Parent switch
    {
        ExpressionStatementSyntax => access.Whole is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Clear" }, ArgumentList.Arguments.Count: 0 },
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => assignment.Left == access.Reference
            && (assignment.Right is BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null } || TextOf(assignment.Right) == "[]"),
        _ => false,
    };

    /// <summary>Takes the copy and empties the collection in one region; what stands between goes on with the copy.</summary>
    public bool Plan(StatementList list, int first, int emptied, IReadOnlyList<StateAccess> accesses)
    {
        var reset = list[emptied];
        if (list.IsEmbedded || !Layout.OwnLines(reset, reset) || reset.ContainsDirectives || HasComment(reset.GetLeadingTrivia())
            || Enumerable.Range(first, emptied - first).Any(index => Placement.Leaves(list[index])))
            return false;

        var moved = TextSpan.FromBounds(reset.SpanStart, Layout.EndOfLine(reset)!.Value);
        var planned = list[first] switch
        {
            CommonForEachStatementSyntax loop => heads.Snapshot(list, loop, [accesses[0]], moved),
            var copy => WrapWith(list, first, copy, accesses[0], moved),
        };
        if (planned)
            writer.Script.Replace(LinesOf(reset, isLast: emptied == list.Count - 1), "");
        return planned;
    }

    private bool WrapWith(StatementList list, int first, StatementSyntax copy, StateAccess access, TextSpan moved)
    {
        if (!Layout.OwnLines(copy, copy))
            return false;
        writer.Script.InsertMoved(Layout.EndOfLine(copy)!.Value, Layout.NewLine + writer.Script.IndentAt(copy.SpanStart) + Layout.Unit, moved, "");
        return writer.Wrap(list, first, first, access);
    }

    /// <summary>With the blank line above where nothing follows.</summary>
    private TextSpan LinesOf(StatementSyntax statement, bool isLast)
    {
        var lines = source.Text.Lines;
        var start = lines.IndexOf(statement.SpanStart);
        var first = start;
        while (isLast && lines[first - 1].ToString().Trim().Length == 0)
            first--;
        return TextSpan.FromBounds(lines[first].Start, lines.GetLineFromPosition(statement.Span.End).EndIncludingLineBreak);
    }

    private static bool IsCopy(ExpressionSyntax? value, ExpressionSyntax whole) => value switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ToList" or "ToHashSet" or "ToDictionary" } } => value == whole,
        ObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var copied }] } => copied == whole,
        _ => value is not null && TextOf(value) == "[.." + TextOf(whole) + "]",
    };

    /// <summary>Without blanks: the oldest compiler that we work with has no nodes for collection expressions.</summary>
    private static string TextOf(ExpressionSyntax expression) => string.Concat(expression.DescendantTokens().Select(static token => token.Text));

    private static StatementSyntax? StatementOf(StateAccess access) => access.Whole.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } => statement,
        _ => null,
    };

    private static bool HasComment(SyntaxTriviaList trivia) => trivia.Any(static piece => piece.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
}
