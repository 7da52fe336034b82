using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// <c>if (_items.Count > 0) { Send(_items.ToArray()); _items.Clear(); }</c>, where the work must not be under the lock: what is there is
/// copied and taken away in one region, and the work goes on with the copy. Where the check is another one, it stands in the region too,
/// and whether there is a copy tells what it found.
/// </summary>
internal sealed class DrainIf(SourceView source, LockWriter writer)
{
    private Layout Layout => source.Layout;

    private EditScript Script => writer.Script;

    /// <param name="head">The accesses of the condition.</param>
    public bool Plan(StatementList list, IfStatementSyntax statement, List<StateAccess> head, IReadOnlyList<StateAccess> accesses)
    {
        var inside = accesses.Where(access => !head.Contains(access)).ToList();
        if (list.IsEmbedded || statement is not { Else: null, Statement: BlockSyntax { Statements: { Count: > 1 } statements } } || statement.ContainsDirectives || !Layout.OwnLines(statement, statement)
            || head.Exists(static access => access.Writes) || Work.IsForeignIn(source.Model, statement.Condition) || statement.Condition.DescendantNodes().Any(static node => node is SingleVariableDesignationSyntax)
            || inside.Where(Drain.IsReset).ToArray() is not [var reset] || inside.Where(access => access != reset).ToArray() is not { Length: > 0 } reads
            || Array.Exists(reads, access => access.Writes || access.Span.Start > reset.Span.Start || IsInLambda(access, statement)) || accesses.Any(access => access.Symbol != reset.Symbol)
            || reset.Reference.FirstAncestorOrSelf<StatementSyntax>() is not { } emptied || emptied.Parent != statement.Statement || !Layout.OwnLines(emptied, emptied)
            || statements.Take(statements.IndexOf(emptied)).Any(Placement.Leaves) || CopyOf(statement, reads) is not var (type, text, count, wholes))
            return false;

        var name = writer.NewName(statement, "snapshot");
        var indent = Script.IndentAt(statement.SpanStart);
        var newLine = Layout.NewLine + indent;
        var region = writer.Region(reset, emptied.Span);
        var moved = TextSpan.FromBounds(emptied.SpanStart, Layout.EndOfLine(emptied)!.Value);
        if (EmptinessIn(statement.Condition, head) is { } checkedCount)
        {
            Script.Insert(statement.SpanStart, type + " " + name + ";" + newLine + region.Open(Layout, indent) + name + " = " + text + ";");
            Script.InsertMoved(statement.SpanStart, newLine + Layout.Unit, moved, region.Close(Layout, indent) + newLine);
            Script.Replace(checkedCount.Span, name + "." + count + (checkedCount is InvocationExpressionSyntax ? " > 0" : ""));
        }
        else
        {
            var (deeper, isAnnotated) = (indent + Layout.Unit, (source.Model.GetNullableContext(statement.SpanStart) & NullableContext.AnnotationsEnabled) != 0);
            Script.Insert(statement.SpanStart, type + (isAnnotated ? "? " : " ") + name + " = null;" + newLine + region.Open(Layout, indent));
            Script.InsertMoved(statement.SpanStart, "if (", statement.Condition.Span, ")" + (Layout.BracesOnOwnLine ? Layout.NewLine + deeper + "{" : " {") + Layout.NewLine + deeper + Layout.Unit + name + " = " + text + ";");
            Script.InsertMoved(statement.SpanStart, Layout.NewLine + deeper + Layout.Unit, moved, Layout.NewLine + deeper + "}" + region.Close(Layout, indent) + newLine);
            Script.Replace(statement.Condition.Span, name + " != null");
        }

        foreach (var whole in wholes)
            Script.Replace(whole.Span, name);
        Script.Replace(Drain.LinesOf(source, emptied, isLast: emptied == statements.Last()), "");
        return true;
    }

    /// <summary>The copy that stands there already, or one for all that reads the collection: its type, how it is made, what counts its items, and what it takes the place of.</summary>
    private (string Type, string Text, string Count, IReadOnlyList<ExpressionSyntax> Replaced)? CopyOf(IfStatementSyntax statement, StateAccess[] reads)
    {
        var state = reads[0];
        if (reads.Length == 1 && state.Whole is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ToList" }, ArgumentList.Arguments.Count: 0 } made
            && source.Model.GetTypeInfo(made).Type is { } madeType && NameOf(madeType, statement) is { } madeName)
            return (madeName, made.ToString(), madeType is IArrayTypeSymbol ? "Length" : "Count", [made]);
        if (state.Type is not INamedTypeSymbol { Name: "List" or "HashSet" or "Queue" or "Stack" or "SortedSet" or "LinkedList", TypeArguments: [var item] } || NameOf(item, statement) is not { } itemName || Array.Exists(reads, read => read.Symbol != state.Symbol))
            return null;
        var references = reads.Select(static read => read.Reference).ToArray();
        // A list has all that is read of a list; an array has what a loop or a query needs.
        if (Array.TrueForAll(reads, static read => read.Whole == read.Reference || read.Whole is InvocationExpressionSyntax))
            return (itemName + "[]", state.Reference.WithoutTrivia() + ".ToArray()", "Length", references);
        return state.Type.Name == "List" && NameOf(state.Type, statement) is { } listName ? (listName, state.Reference.WithoutTrivia() + ".ToList()", "Count", references) : null;
    }

    private string? NameOf(ITypeSymbol type, SyntaxNode place) => source.NameOf(type.WithNullableAnnotation(type.IsReferenceType ? NullableAnnotation.NotAnnotated : type.NullableAnnotation), place.SpanStart);

    /// <summary>What asks, in a condition of nothing else, whether there is anything: <c>_items.Count</c>, compared with zero, or <c>_items.Any()</c>.</summary>
    private static ExpressionSyntax? EmptinessIn(ExpressionSyntax condition, List<StateAccess> head) => head is not [{ Whole: var whole }] ? null : condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax { Token.Value: 0 } } binary when binary.Left == whole
            && whole is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } => whole,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any" } } when condition == whole => whole,
        _ => null,
    };

    /// <summary>What reads it later reads what is there then.</summary>
    private static bool IsInLambda(StateAccess access, SyntaxNode statement) => access.Reference.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
}
