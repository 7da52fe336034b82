using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>The look at a variable and the change that depends on it, each a step of its own.</summary>
/// <param name="Variable">What both work on, as the change writes it.</param>
/// <param name="Type">The type of the variable.</param>
/// <param name="Read">The whole look: <c>_n</c>, <c>Volatile.Read(ref _n)</c>.</param>
/// <param name="Statement">The statement that is the change.</param>
/// <param name="Change">The change: a call of Interlocked or Volatile, or an assignment.</param>
internal sealed record AtomicChange(SourceView Source, ExpressionSyntax Variable, ITypeSymbol Type, ExpressionSyntax Read, ExpressionStatementSyntax Statement, ExpressionSyntax Change)
{
    /// <summary>Null where the steps are no such pair, or where the variable cannot be compared and exchanged.</summary>
    public static AtomicChange? Of(StepPair pair)
    {
        if (pair.Gap != Gap.Steps || pair.Check is not { } check || StatementOf(Whole(pair.Act)) is not { } statement || VariableOf(statement.Expression) is not { } variable
            || pair.Source.Model.GetTypeInfo(variable).Type is not { } type || !CanExchange(pair.Source, type))
            return null;
        var read = Whole(check);
        return StepPair.Same(VariableOf(read), variable) && StepPair.IsStable(variable) ? new(pair.Source, variable, type, read, statement, statement.Expression) : null;
    }

    /// <summary>How the variable is read where it is looked at again and again.</summary>
    public string Look(EditScript script) => Read is InvocationExpressionSyntax || Source.Model.GetSymbolInfo(Variable).Symbol is IFieldSymbol { IsVolatile: true }
        ? Read.ToString()
        : Usings.Name(script, Read.SpanStart, "System.Threading", "Volatile") + ".Read(ref " + Variable + ")";

    /// <summary>What is stored whatever the old value was; null where it is made from that.</summary>
    public ExpressionSyntax? Stored => Change switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: var value }] } call when StepPair.Target(call) is (_, "Exchange" or "Write") => Settled(value),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Settled(assignment.Right),
        _ => null,
    };

    /// <summary>The new value as an expression over a variable that holds the old one; null where it may not be computed more than once.</summary>
    public string? ValueFrom(string seen)
    {
        switch (Change)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } } call:
                return StepPair.Target(call)?.Name switch { "Increment" => seen + " + 1", "Decrement" => seen + " - 1", _ => null };
            case InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: var wanted }, { Expression: IdentifierNameSyntax compared }] } call when StepPair.Target(call)?.Name == "CompareExchange":
                return compared.Identifier.ValueText == seen ? Repeatable(wanted, seen) : null;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: var operand }] } call when Settled(operand) is not null || StepPair.Target(call)?.Name is "Exchange" or "Write":
                return StepPair.Target(call)?.Name switch
                {
                    "Add" when StepPair.IsStable(operand) => seen + " + " + (ValueUse.IsPrimary(operand) ? operand.ToString() : "(" + operand + ")"),
                    "Exchange" or "Write" => Repeatable(operand, seen),
                    _ => null,
                };
            case PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax:
                return seen + (Change.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PreIncrementExpression ? " + 1" : " - 1");
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment:
                return Repeatable(assignment.Right, seen);
            case AssignmentExpressionSyntax assignment:
                return StepPair.IsStable(assignment.Right) ? AtomicOperation.ValueFrom(assignment, assignment.Left, seen) : null;
            default:
                return null;
        }
    }

    /// <summary>The text of a node with the look at the variable replaced.</summary>
    public string Replaced(SyntaxNode node, string seen) => Reads(node) is { Count: > 0 } reads
        ? node.ReplaceNodes(reads, (read, _) => SyntaxFactory.IdentifierName(seen).WithTriviaFrom(read)).ToString()
        : node.ToString();

    /// <summary>All looks at the variable in a node.</summary>
    public IReadOnlyList<ExpressionSyntax> Reads(SyntaxNode node) =>
        [.. node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(part => StepPair.Same(part, Variable) && !(part.Parent is MemberAccessExpressionSyntax member && member.Name == part)).Select(Whole)];

    private string? Repeatable(ExpressionSyntax value, string seen)
    {
        var reads = Reads(value);
        var replaced = reads.Count == 0 ? value : value.ReplaceNodes(reads, (read, _) => SyntaxFactory.IdentifierName(seen).WithTriviaFrom(read));
        return IsRepeatable(value, Source.Model, part => reads.Contains(part)) ? replaced.ToString() : null;
    }

    /// <summary>May be computed more than once, and yields what it did as long as its parts are the same.</summary>
    /// <param name="isGiven">Parts that are replaced by a variable.</param>
    public static bool IsRepeatable(ExpressionSyntax value, SemanticModel model, Func<ExpressionSyntax, bool> isGiven)
    {
        return Is(value);

        bool Is(ExpressionSyntax part) => isGiven(part) || part switch
        {
            IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax or PredefinedTypeSyntax => true,
            MemberAccessExpressionSyntax member => Is(member.Expression),
            ParenthesizedExpressionSyntax inner => Is(inner.Expression),
            CastExpressionSyntax cast => Is(cast.Expression),
            BinaryExpressionSyntax both => Is(both.Left) && (both.Kind() is SyntaxKind.AsExpression or SyntaxKind.IsExpression || Is(both.Right)),
            ConditionalExpressionSyntax choice => Is(choice.Condition) && Is(choice.WhenTrue) && Is(choice.WhenFalse),
            PrefixUnaryExpressionSyntax unary => unary.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression) && Is(unary.Operand),
            WithExpressionSyntax copy => Is(copy.Expression) && copy.Initializer.Expressions.All(set => set is AssignmentExpressionSyntax assignment && Is(assignment.Right)),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => IsPure(model, call) && Is(member.Expression) && call.ArgumentList.Arguments.All(argument => argument.RefKindKeyword.RawKind == 0 && Is(argument.Expression)),
            _ => false,
        };
    }

    /// <summary>A function of its arguments alone: arithmetic, and what an immutable collection makes of itself.</summary>
    public static bool IsPure(SemanticModel model, InvocationExpressionSyntax call) => model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { } type }
        && (type is { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } || type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == "System.Collections.Immutable" && type.Name != "ImmutableInterlocked");

    /// <summary>Whether the exchange has put the new value in, or has not.</summary>
    public string Exchanged(EditScript script, string next, string seen, bool hasBeen)
    {
        var call = Usings.Name(script, Read.SpanStart, "System.Threading", "Interlocked") + $".CompareExchange(ref {Variable}, {next}, {seen})";
        return HasOwnEquality(Type) ? $"{(hasBeen ? "" : "!")}ReferenceEquals({call}, {seen})" : $"{call} {(hasBeen ? "==" : "!=")} {seen}";
    }

    private ExpressionSyntax? Settled(ExpressionSyntax value) => StepPair.IsStable(value) && Reads(value).Count == 0 ? value : null;

    /// <summary>The call whose argument the place is: Volatile.Read, Interlocked.Increment.</summary>
    public static ExpressionSyntax Whole(ExpressionSyntax place) =>
        place.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0, Parent.Parent: InvocationExpressionSyntax call } && VariableOf(call) is not null ? call : place;

    private static ExpressionStatementSyntax? StatementOf(ExpressionSyntax act) => act.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment when assignment.Left == act => statement,
        PostfixUnaryExpressionSyntax { Parent: ExpressionStatementSyntax statement } => statement,
        PrefixUnaryExpressionSyntax { Parent: ExpressionStatementSyntax statement } => statement,
        _ => null,
    };

    private static ExpressionSyntax? VariableOf(ExpressionSyntax step) => step switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner }, ArgumentList.Arguments: [{ RefKindKeyword.RawKind: not 0, Expression: var variable }, ..] } =>
            owner.ToString() is "Interlocked" or "Volatile" or "System.Threading.Interlocked" or "System.Threading.Volatile" ? variable : null,
        AssignmentExpressionSyntax assignment => assignment.Left,
        PostfixUnaryExpressionSyntax unary => unary.Operand,
        PrefixUnaryExpressionSyntax unary => unary.Operand,
        IdentifierNameSyntax or MemberAccessExpressionSyntax => step,
        _ => null,
    };

    /// <summary>
    /// Whole numbers and objects: of two floating-point values that are the same one may be no number.
    /// </summary>
    private static bool CanExchange(SourceView source, ITypeSymbol type) => type.IsReferenceType
        || type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64
            && source.Targets.HaveRefMethod("System.Threading.Interlocked", "CompareExchange", type.SpecialType);

    /// <summary>Two objects that are equal may be two, and the exchange asks whether they are one.</summary>
    public static bool HasOwnEquality(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers("op_Equality").IsEmpty)
                return true;
        }

        return false;
    }
}
