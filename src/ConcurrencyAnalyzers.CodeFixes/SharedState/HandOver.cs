using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>
/// An object that is handed over and then used for the next turn. No lock helps: who got it would read what belongs to the next one.
/// Either a copy is handed over, or each turn makes an object of its own.
/// </summary>
internal static class HandOver
{
    public static EditScript? Plan(SourceView source, Finding finding)
    {
        if (finding.Span.IsEmpty || finding.Span.End > source.Root.FullSpan.End || source.Root.FindNode(finding.Span, getInnermostNodeForTie: true) is not { } node || StateAccess.BodyOf(node) is not { } body)
            return null;
        // What a call fills is among its arguments.
        var filled = node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => call.Span == finding.Span || call.Expression.Span.Contains(finding.Span))?.ArgumentList;
        foreach (var name in node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => finding.Span.Contains(name.Span)).Concat(filled?.DescendantNodes().OfType<IdentifierNameSyntax>() ?? []))
        {
            if (source.Model.GetSymbolInfo(name).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol) || source.Model.GetSymbolInfo(name).Symbol is not { } symbol)
                continue;
            var uses = body.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(use => use.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(use).Symbol, symbol)).ToArray();
            var handed = uses.Where(use => use.Parent is ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent.Parent: InvocationExpressionSyntax call } && IsHandOver(source.Model, call)).ToArray();
            if (handed.Length > 0)
                return Copy(source, name, handed) ?? MakeAnew(source, symbol, uses, handed);
        }

        return null;
    }

    /// <summary>The call gives the object to whoever takes it out on the other side.</summary>
    private static bool IsHandOver(SemanticModel model, InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { } type } method && (type.ContainingNamespace?.ToDisplayString(), type.Name, method.Name) switch
        {
            ("System.Threading.Channels", "ChannelWriter", "WriteAsync" or "TryWrite") => true,
            ("System.Collections.Concurrent", "BlockingCollection" or "ConcurrentBag", "Add" or "TryAdd") => true,
            ("System.Collections.Concurrent", "ConcurrentQueue", "Enqueue") => true,
            ("System.Collections.Concurrent", "ConcurrentStack", "Push") => true,
            ("System.Threading.Tasks.Dataflow", "DataflowBlock", "Post" or "SendAsync") => true,
            _ => false,
        };

    /// <summary>Of a record and of a collection there is a copy that is deep enough, as long as it is they themselves that change.</summary>
    private static EditScript? Copy(SourceView source, IdentifierNameSyntax changed, IdentifierNameSyntax[] handed)
    {
        if (source.Model.GetTypeInfo(changed).Type is not { } type)
            return null;
        var script = new EditScript(source, "Hand over a copy");
        if (type is INamedTypeSymbol { IsRecord: true, IsReferenceType: true } && source.Targets.HaveLanguage(900))
        {
            if (!IsMemberSet(changed))
                return null;
            foreach (var name in handed)
                script.Replace(name.Span, name.Identifier.Text + " with { }");
            return script;
        }

        if (!IsContentChanged(changed, type))
            return null;
        foreach (var name in handed)
        {
            if (Snapshot.Of(script, name) is not var (span, text))
                return null;
            script.Replace(span, text);
        }

        return script;
    }

    private static bool IsMemberSet(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Expression == name && Changed(member);

    private static bool IsContentChanged(IdentifierNameSyntax name, ITypeSymbol type) => name.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } member => member.Expression == name,
        ElementAccessExpressionSyntax element => element.Expression == name && Changed(element),
        // Filled by somebody else: with values, which the copy has for itself.
        ArgumentSyntax => type is IArrayTypeSymbol { ElementType: { } item } ? item.IsValueType || item.SpecialType == SpecialType.System_String
            : type is INamedTypeSymbol { TypeArguments: [var only] } && (only.IsValueType || only.SpecialType == SpecialType.System_String),
        _ => false,
    };

    private static bool Changed(ExpressionSyntax target) => target.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == target,
        PostfixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        _ => false,
    };

    /// <summary>
    /// <c>var x = new T(); foreach (…) { x.Value = v; Send(x); }</c>: the declaration goes into the loop, where each turn sets all that it
    /// hands over, and nothing is kept from one turn to the next.
    /// </summary>
    private static EditScript? MakeAnew(SourceView source, ISymbol symbol, IdentifierNameSyntax[] uses, IdentifierNameSyntax[] handed)
    {
        if (symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer: null } made, Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1, UsingKeyword.RawKind: 0 } declaration }
            || made.ArgumentList?.Arguments.All(static argument => argument.Expression is LiteralExpressionSyntax) == false || handed.Length != 1 || LoopOf(handed[0], uses) is not { Statements.Count: > 0 } turn || turn.Span.Contains(declaration.Span)
            || !source.Layout.OwnLines(declaration, declaration) || RetryLoop.HasComment(declaration.GetLeadingTrivia()) || declaration.ContainsDirectives || !source.Layout.StartsLine(turn.Statements[0].SpanStart)
            || DirectIn(turn, handed[0]) is not { } sending)
            return null;

        var set = new HashSet<string>();
        foreach (var use in uses.Where(use => use != handed[0]).OrderBy(StepOf))
        {
            if (use.Parent is not MemberAccessExpressionSyntax member || member.Expression != use || use.SpanStart > sending.Span.End)
                return null;
            var name = member.Name.Identifier.ValueText;
            if (member.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax { Parent: var around } } assignment && assignment.Left == member && around == turn)
                set.Add(name);
            else if (!set.Contains(name) && !(member.Parent is ArgumentSyntax && source.Model.GetTypeInfo(member).Type is IArrayTypeSymbol && DirectIn(turn, use) is not null))
                return null;
        }

        var script = new EditScript(source, $"Make a new '{symbol.Name}' in each turn");
        Placement.Before(script, turn.Statements[0], declaration.ToString());
        return AtomicSteps.RemoveLine(script, declaration, handed[0]) ? script : null;
    }

    /// <summary>When it happens: what is assigned is set when the value has been computed.</summary>
    private static int StepOf(IdentifierNameSyntax use) =>
        use.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax set } member && set.Left == member ? set.Span.End : use.SpanStart;

    /// <summary>The block of the innermost loop that holds all uses.</summary>
    private static BlockSyntax? LoopOf(IdentifierNameSyntax handed, IdentifierNameSyntax[] uses) => handed.Ancestors()
        .Select(static node => node switch
        {
            ForStatementSyntax loop => loop.Statement,
            CommonForEachStatementSyntax loop => loop.Statement,
            WhileStatementSyntax loop => loop.Statement,
            _ => null,
        })
        .OfType<BlockSyntax>().FirstOrDefault(block => uses.All(use => block.Span.Contains(use.Span)));

    /// <summary>The statement of the block that does nothing but what the use is part of; null where a choice or a loop stands between.</summary>
    private static StatementSyntax? DirectIn(BlockSyntax block, SyntaxNode use) => use.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement && statement.Parent == block ? statement : null;
}
