using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// An item that is looked at, and taken in a second step, which may take another one. Where it is taken in any case it is taken at once;
/// where the look decides, a lock makes one step of both, and what is done with the item stays behind it.
/// </summary>
internal static class PeekAndTake
{
    public static EditScript? Plan(StepPair pair)
    {
        if (pair.Gap != Gap.Steps || pair.Harm != StepHarm.TakesOther || pair.Check is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } seen] } check || StepPair.Target(check) is not (var collection, "TryPeek")
            || pair.Act is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword, Expression: var taken }] } act || !ValueUse.IsDiscard(taken) || StepPair.Target(act) is not (var other, "TryDequeue" or "TryPop")
            || !StepPair.Same(collection, other) || !StepPair.IsStable(collection))
            return null;
        return AtOnce(pair, check, act) ?? LookUnderLock(pair, check, seen, act, collection);
    }

    /// <summary><c>while (q.TryPeek(out var x)) { Use(x); q.TryDequeue(out _); }</c> becomes <c>while (q.TryDequeue(out var x)) { Use(x); }</c></summary>
    private static EditScript? AtOnce(StepPair pair, InvocationExpressionSyntax check, InvocationExpressionSyntax act)
    {
        var arm = check.Parent switch { IfStatementSyntax { Else: null } choice when choice.Condition == check => choice.Statement, WhileStatementSyntax loop when loop.Condition == check => loop.Statement, _ => null };
        if (act.Parent is not ExpressionStatementSyntax statement || statement.Parent is not BlockSyntax { Statements.Count: > 1 } block || block != arm || pair.HasComments(statement)
            || check.Ancestors().TakeWhile(node => node != StateAccess.BodyOf(check)).Any(static node => node is TryStatementSyntax { Catches.Count: > 0 })
            || block.Statements.TakeWhile(step => step != statement).Any(Leaves))
            return null;
        var script = new EditScript(pair.Source, "Take it at once");
        script.Replace(((MemberAccessExpressionSyntax)check.Expression).Name.Span, StepPair.Target(act)!.Value.Name);
        return AtomicSteps.RemoveLine(script, statement, check) ? script : null;
    }

    /// <summary>Who leaves before, or catches what goes wrong before, has not taken it.</summary>
    private static bool Leaves(StatementSyntax statement) => Work.Own(statement).Any(static node => node is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax or TryStatementSyntax);

    /// <summary>
    /// <c>while (q.TryPeek(out var x) &amp;&amp; IsDue(x)) { q.TryDequeue(out _); Use(x); }</c>: look and take go under a lock inside of an endless
    /// loop. Nobody else takes anything.
    /// </summary>
    private static EditScript? LookUnderLock(StepPair pair, InvocationExpressionSyntax check, ArgumentSyntax seen, InvocationExpressionSyntax act, ExpressionSyntax collection)
    {
        var (source, layout) = (pair.Source, pair.Source.Layout);
        if (check.FirstAncestorOrSelf<StatementSyntax>() is not WhileStatementSyntax { Statement: BlockSyntax { Statements: [ExpressionStatementSyntax first, _, ..] } } loop || !loop.Condition.Span.Contains(check.Span) || first.Expression != act
            || seen.Expression is not DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } declared || source.Model.GetDeclaredSymbol(variable) is not ILocalSymbol { Type: { } type } || source.NameOf(type, loop.SpanStart) is not { } typeName
            || loop.Condition.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Count() != 1 || Work.IsForeignIn(source.Model, loop.Condition) || loop.ContainsDirectives || !layout.OwnLines(loop, loop) || !layout.OwnLines(first, first)
            || RetryLoop.HasComment(first.GetLeadingTrivia()) || loop.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } holder || source.Model.GetSymbolInfo(collection).Symbol is not { IsStatic: false } state
            || collection is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }) || !IsOwn(state, holder)
            || TakersOf(source, holder, state).Any(taker => !act.Span.Contains(taker.Span)) || GateField.For(source, holder, state, needsStatic: false) is not { } gate)
            return null;

        var (line, indent) = (layout.NewLine, layout.IndentAt(loop.SpanStart));
        var (deeper, deepest) = (indent + layout.Unit, indent + layout.Unit + layout.Unit);
        var script = new EditScript(source, "Look and take under a lock");
        gate.Declare(script);
        var condition = source.Text.ToString(TextSpan.FromBounds(loop.Condition.SpanStart, declared.SpanStart)) + variable.Identifier.Text + source.Text.ToString(TextSpan.FromBounds(declared.Span.End, loop.Condition.Span.End));
        script.Replace(loop.Condition.Span, "true");
        script.Insert(first.SpanStart, $"{typeName} {variable.Identifier.Text};" + line + deeper + layout.Open($"lock ({gate.Name})", deeper) + $"if (!({condition}))" + line + deepest + layout.Unit + "break;" + line + deepest);
        script.Insert(layout.EndOfLine(first)!.Value, layout.Close(deeper) + line);
        return script;
    }

    /// <summary>Made by the object itself, and never seen outside of the one part of its type: a lock of the object is there for all who take.</summary>
    private static bool IsOwn(ISymbol state, TypeDeclarationSyntax holder) =>
        state is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, DeclaringSyntaxReferences: [var made], ContainingType.DeclaringSyntaxReferences: [var only] }
        && made.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } && only.GetSyntax() == holder;

    /// <summary>What else takes something away, or what hands the collection to others.</summary>
    private static IEnumerable<SyntaxNode> TakersOf(SourceView source, TypeDeclarationSyntax holder, ISymbol state) => holder.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == state.Name && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name).Symbol, state))
        .Where(static name => name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryPeek" or "Enqueue" or "Count" or "IsEmpty" } member || member.Expression != name);
}
