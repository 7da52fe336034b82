using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>Parts a statement in two: what must be under the lock, and the long or waiting work that must not.</summary>
internal sealed class Hoisting(SourceView source, LockWriter writer)
{
    private Layout Layout => source.Layout;

    private EditScript Script => writer.Script;

    /// <summary>
    /// The work's results are computed before the lock: <c>_total += Count(x);</c> becomes
    /// <c>var value = Count(x); lock (…) { _total += value; }</c>.
    /// </summary>
    public bool Operands(StatementList list, int index, IReadOnlyList<StateAccess> accesses)
    {
        var statement = list[index];
        if (!writer.HasRoom(list, index) || statement is not ExpressionStatementSyntax { Expression: var expression } || LongWork(expression, accesses) is not { Count: > 0 } work
            || writer.Declarations(list, index, index) is not { Count: 0 })
            return false;

        var lines = Layout.OwnLines(statement, statement);
        var separator = lines ? Layout.NewLine + Script.IndentAt(statement.SpanStart) : " ";
        foreach (var operand in work)
            TakeOut(statement, statement.SpanStart, operand, separator);
        return writer.Wrap(list, index, index, accesses[0]);
    }

    /// <summary>The operands of an expression body's single expression that are taken out before the lock.</summary>
    public IReadOnlyList<ExpressionSyntax> OperandsOf(ExpressionSyntax expression, IReadOnlyList<StateAccess> accesses) => LongWork(expression, accesses) ?? [];

    public string TakeOut(SyntaxNode place, int position, ExpressionSyntax operand, string separator)
    {
        var name = writer.NewName(place, NameFor(operand));
        Script.InsertMoved(position, "var " + name + " = ", operand.Span, ";" + separator);
        Script.Replace(operand.Span, name);
        return name;
    }

    /// <summary>The reads are done before, under the lock: <c>Send(_total);</c> becomes <c>int total; lock (…) { total = _total; } Send(total);</c>.</summary>
    public bool Reads(StatementList list, int index, IReadOnlyList<StateAccess> accesses)
    {
        var statement = list[index];
        if (!writer.HasRoom(list, index) || accesses.Any(access => access.Writes || !CanMoveUp(statement, access)))
            return false;

        var reads = new List<(StateAccess Access, string Type, string Name)>();
        foreach (var access in accesses)
        {
            if (TypeOf(access.Whole) is not { } type)
                return false;
            reads.Add((access, type, ""));
        }

        for (var i = 0; i < reads.Count; i++)
        {
            var (access, type, _) = reads[i];
            reads[i] = (access, type, writer.NewName(statement, GateNames.Bare(access.Whole == access.Reference ? access.Symbol.Name : NameFor(access.Whole))));
        }

        return Before(list, statement, [.. reads.Select(read => (read.Access.Whole, read.Type, read.Name))], accesses[0]);
    }

    /// <summary>The head of an if or switch is evaluated before, under the lock.</summary>
    public bool Head(StatementList list, int index, ExpressionSyntax head, IReadOnlyList<StateAccess> accesses)
    {
        if (Reads(list, index, accesses))
            return true;
        if (!writer.HasRoom(list, index) || Work.IsForbiddenIn(source.Model, head) || head.DescendantNodesAndSelf().Any(node => node is SingleVariableDesignationSyntax)
            || TypeOf(head) is not { } type)
            return false;

        return Before(list, list[index], [(head, type, writer.NewName(list[index], type == "bool" ? "condition" : "value"))], accesses[0]);
    }

    private bool Before(StatementList list, StatementSyntax statement, IReadOnlyList<(ExpressionSyntax Value, string Type, string Name)> values, StateAccess access)
    {
        var lines = Layout.StartsLine(statement.SpanStart);
        var indent = lines ? Script.IndentAt(statement.SpanStart) : "";
        var newLine = lines ? Layout.NewLine + indent : " ";
        var region = writer.Region(access, TextSpan.FromBounds(values.Min(value => value.Value.SpanStart), values.Max(value => value.Value.Span.End)));
        foreach (var (_, type, name) in values)
            Script.Insert(statement.SpanStart, type + " " + name + ";" + newLine);

        Script.Insert(statement.SpanStart, lines ? region.Open(Layout, indent) : region.OpenLine());
        for (var i = 0; i < values.Count; i++)
        {
            var between = i == values.Count - 1 ? "" : newLine + (lines ? Layout.Unit : "");
            Script.InsertMoved(statement.SpanStart, values[i].Name + " = ", values[i].Value.Span, ";" + between);
            Script.Replace(values[i].Value.Span, values[i].Name);
        }

        Script.Insert(statement.SpanStart, (lines ? region.Close(Layout, indent) : region.CloseLine()) + newLine);
        if (list.IsEmbedded)
            Placement.Embrace(Script, statement);
        return true;
    }

    /// <summary>
    /// An earlier evaluation must not change what is read: nothing that runs before it in the statement may write, and
    /// the read must be one that happens, and cannot fail, in any case.
    /// </summary>
    private bool CanMoveUp(StatementSyntax statement, StateAccess access)
    {
        if (Work.IsForbiddenIn(source.Model, access.Whole) || access.Whole.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax))
            return false;

        var isBareRead = access.Whole == access.Reference && access.Receiver is null;
        foreach (var node in Work.Own(statement))
        {
            var conditional = node switch
            {
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary => binary.Right,
                ConditionalExpressionSyntax choice => choice,
                ConditionalAccessExpressionSyntax chain => chain.WhenNotNull,
                SwitchExpressionSyntax choice => choice,
                _ => (SyntaxNode?)null,
            };
            if (!isBareRead && conditional is not null && conditional.Span.Contains(access.Span))
                return false;

            // What runs earlier: everything that ends before the read does.
            var earlier = node.Span.End <= access.Span.Start;
            if (earlier && (node is AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
                || node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
                || Work.IsForeign(source.Model, node)))
                return false;

            // A loop head is evaluated again and again.
            if (node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax)
                return false;
        }

        return access.Whole.Parent is not ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }
            && access.Whole.Parent is not RefExpressionSyntax;
    }

    /// <summary>The operands that hold foreign or waiting work; null when such work is also elsewhere in the expression.</summary>
    private List<ExpressionSyntax>? LongWork(ExpressionSyntax expression, IReadOnlyList<StateAccess> accesses)
    {
        var candidates = expression switch
        {
            AssignmentExpressionSyntax assignment => [.. IndicesOf(assignment.Left), .. Pieces(assignment.Right, accesses)],
            InvocationExpressionSyntax call => call.ArgumentList.Arguments.Where(argument => argument.RefKindKeyword.IsKind(SyntaxKind.None)).Select(argument => argument.Expression),
            _ => Enumerable.Empty<ExpressionSyntax>(),
        };

        var work = new List<ExpressionSyntax>();
        foreach (var candidate in candidates)
        {
            if (!Work.IsForeignIn(source.Model, candidate))
                continue;
            if (accesses.Any(access => candidate.Span.Contains(access.Reference.Span)) || Touches(candidate) || !HasTypeOfItsOwn(candidate))
                return null;
            work.Add(candidate);
        }

        // What is done earlier now must not see another value of what the rest changes.
        if (work.Count > 0 && Work.Own(expression).Any(node => node != expression && IsChange(node) && !work.Any(operand => operand.Span.Contains(node.Span))))
            return null;
        var rest = Work.Own(expression).Where(node => Work.IsForeign(source.Model, node) && !work.Any(operand => operand.Span.Contains(node.Span)));
        var state = accesses.Select(access => access.Whole);
        return rest.All(node => state.Any(whole => whole == node) && !Work.IsForbidden(source.Model, node)) ? work : null;
    }

    /// <summary>The parts of a sum that are evaluated in any case: <c>0.9 * _mean + 0.1 * Probe()</c> is <c>0.9 * _mean</c>, <c>0.1</c> and <c>Probe()</c>.</summary>
    private static IEnumerable<ExpressionSyntax> Pieces(ExpressionSyntax expression, IReadOnlyList<StateAccess> accesses) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Pieces(inner.Expression, accesses),
        CastExpressionSyntax cast => Pieces(cast.Expression, accesses),
        BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression
                or SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression
            && accesses.Any(access => expression.Span.Contains(access.Reference.Span)) => [.. Pieces(binary.Left, accesses), .. Pieces(binary.Right, accesses)],
        BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.MultiplyExpression && binary.Left is LiteralExpressionSyntax => [binary.Right],
        _ => [expression],
    };

    private static bool IsChange(SyntaxNode node) => node is AssignmentExpressionSyntax || node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PostIncrementExpression
        or SyntaxKind.PreDecrementExpression or SyntaxKind.PostDecrementExpression;

    private static IEnumerable<ExpressionSyntax> IndicesOf(ExpressionSyntax target) =>
        target is ElementAccessExpressionSyntax element ? element.ArgumentList.Arguments.Select(argument => argument.Expression) : [];

    /// <summary>A call that reaches the state itself would see another value when it runs before instead of in between.</summary>
    private bool Touches(ExpressionSyntax expression)
    {
        var state = writer.Accesses[0].Symbol.Name;
        return Work.Own(expression).OfType<InvocationExpressionSyntax>()
            .SelectMany(call => source.Model.GetSymbolInfo(call).Symbol?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
            .Any(callee => callee.GetSyntax().DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == state));
    }

    private bool HasTypeOfItsOwn(ExpressionSyntax expression) =>
        source.Model.GetTypeInfo(expression).Type is { TypeKind: not TypeKind.Error, SpecialType: not SpecialType.System_Void } type
        && (!type.IsAnonymousType) && !type.IsRefLikeType;

    private string? TypeOf(ExpressionSyntax expression) =>
        source.Model.GetTypeInfo(expression).Type is { SpecialType: not SpecialType.System_Void } type ? source.NameOf(type, expression.SpanStart) : null;

    private string NameFor(ExpressionSyntax expression)
    {
        if (expression.Parent is ArgumentSyntax argument && argument.Parent?.Parent is InvocationExpressionSyntax call
            && source.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke } method && argument.NameColon is null
            && call.ArgumentList.Arguments.IndexOf(argument) is var index and >= 0 && index < method.Parameters.Length && !method.Parameters[index].IsParams)
            return method.Parameters[index].Name;
        return expression is MemberAccessExpressionSyntax member ? GateNames.Bare(member.Name.Identifier.ValueText) : "value";
    }
}
