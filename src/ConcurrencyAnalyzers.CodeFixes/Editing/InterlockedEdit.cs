using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>
/// Turns every access to a state into an atomic operation: Interlocked for updates, Volatile for plain reads and
/// writes. One access that has no such form makes the whole plan void, for it would go on losing the others' updates.
/// </summary>
internal sealed partial class InterlockedEdit
{
    private const string Threading = "System.Threading";

    private readonly SourceView _source;
    private readonly EditScript _script;
    private readonly IReadOnlyList<StateAccess> _accesses;
    private readonly HashSet<SyntaxNode> _done = [];
    private readonly HashSet<string> _names = [];

    private InterlockedEdit(SourceView source, IReadOnlyList<StateAccess> accesses)
    {
        _source = source;
        _script = new(source, "Use atomic operations");
        _accesses = accesses;
    }

    /// <param name="isSettled">Every access is known to be a step of its own; else only those are taken that can be seen to be.</param>
    public static EditScript? Plan(SourceView source, Finding finding, bool isSettled = true)
    {
        if (StateAccess.All(source, finding) is not { } accesses || accesses[0].Symbol is IPropertySymbol)
            return null;

        if (GuardedUses.Of(source, accesses).Any() || IsTakenInSteps(accesses))
            return null;

        var edit = new InterlockedEdit(source, accesses);
        return accesses.All(edit.Rewrite) && (isSettled || edit.IsSettled()) ? edit._script : null;
    }

    /// <summary>A member reads the number and then sets it back: what others add in between is lost, however atomic each step is.</summary>
    private static bool IsTakenInSteps(IReadOnlyList<StateAccess> accesses) => accesses.Any(reset => reset.IsSetBack
        && accesses.Any(read => read.Body == reset.Body && read.Span.End <= reset.Span.Start && read.Reference.Parent is not (PostfixUnaryExpressionSyntax or ArgumentSyntax) && !accesses.Any(stored => stored.Reference.Parent is AssignmentExpressionSyntax assignment && assignment.Left == stored.Reference && assignment.Span.Contains(read.Span))));

    private bool Rewrite(StateAccess access)
    {
        if (_done.Contains(access.Reference))
            return true;

        var target = TargetOf(access);
        if (!CanBeReferenced(target, access.Symbol) || _source.Model.GetTypeInfo(target).Type is not { } type)
            return false;

        return target.Parent switch
        {
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } unary => Step(unary, unary.OperatorToken, target, type, isPostfix: true),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } unary => Step(unary, unary.OperatorToken, target, type, isPostfix: false),
            AssignmentExpressionSyntax assignment when assignment.Left == target => Assign(assignment, target, type, access.Symbol),
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } argument => IsAtomicAlready(argument),
            _ => Track(target, type, access.Symbol) || Read(target, type, access.Symbol),
        };
    }

    private static ExpressionSyntax TargetOf(StateAccess access) =>
        access.Reference.Parent is ElementAccessExpressionSyntax element && element.Expression == access.Reference ? element : access.Reference;

    private bool CanBeReferenced(ExpressionSyntax target, ISymbol symbol) => target switch
    {
        ElementAccessExpressionSyntax element => _source.Model.GetTypeInfo(element.Expression).Type is IArrayTypeSymbol,
        _ => symbol is IFieldSymbol { IsReadOnly: false, IsConst: false } or ILocalSymbol { IsConst: false, IsUsing: false, IsForEach: false } or IParameterSymbol { RefKind: RefKind.None or RefKind.Ref },
    };

    /// <summary><c>x++</c>: the operation yields the new value, the operator the old one.</summary>
    private bool Step(ExpressionSyntax whole, SyntaxToken sign, ExpressionSyntax target, ITypeSymbol type, bool isPostfix)
    {
        var up = sign.IsKind(SyntaxKind.PlusPlusToken);
        if (IsChecked(whole) || !Has(up ? "Increment" : "Decrement", type))
            return false;

        var correction = !isPostfix || ValueUse.IsUnused(_source.Model, whole) ? "" : up ? " - 1" : " + 1";
        var (open, close) = correction.Length > 0 && ValueUse.NeedsParentheses(whole) ? ("(", ")") : ("", "");
        var call = open + Interlocked(whole) + (up ? ".Increment(ref " : ".Decrement(ref ");
        if (isPostfix)
        {
            _script.Insert(target.SpanStart, call);
            _script.Replace(TextSpan.FromBounds(target.Span.End, sign.Span.End), ")" + correction + close);
        }
        else
        {
            _script.Replace(TextSpan.FromBounds(sign.SpanStart, target.SpanStart), call);
            _script.Insert(target.Span.End, ")");
        }

        return true;
    }

    private bool Assign(AssignmentExpressionSyntax assignment, ExpressionSyntax target, ITypeSymbol type, ISymbol symbol)
    {
        var operation = AtomicOperation.Of(assignment, target);
        if (operation.Operand is { } operand && _accesses.Any(access => operand.Span.Contains(access.Reference.Span)))
            return Exchange(assignment, target, type);

        switch (operation.Kind)
        {
            case AtomicOperationKind.Write when !MentionsState(assignment.Right):
                return Write(assignment, target, type, symbol);
            case AtomicOperationKind.Add or AtomicOperationKind.Subtract when !IsChecked(assignment) && Has("Add", type) && ConvertsTo(operation.Operand!, type):
                return Add(assignment, target, operation, type) || Exchange(assignment, target, type);
            case AtomicOperationKind.Or or AtomicOperationKind.And when ValueUse.IsUnused(_source.Model, assignment) && ConvertsTo(operation.Operand!, type)
                && Has(operation.Kind.ToString(), type):
                Call(assignment, target, operation, Interlocked(assignment) + "." + operation.Kind + "(ref ", "");
                return true;
            case AtomicOperationKind.Or or AtomicOperationKind.And when operation.Operand == assignment.Right && ConvertsTo(operation.Operand!, type) && Has(operation.Kind.ToString(), type)
                && operation.Operand is LiteralExpressionSyntax or IdentifierNameSyntax && !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                AndAgain(assignment, target, operation);
                return true;
            default:
                return Exchange(assignment, target, type);
        }
    }

    private bool Add(AssignmentExpressionSyntax assignment, ExpressionSyntax target, AtomicOperation operation, ITypeSymbol type)
    {
        var operand = operation.Operand!;
        var minus = "";
        if (operation.Kind == AtomicOperationKind.Subtract)
        {
            // The negative of an unsigned number has another type.
            if (type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64))
                return false;
            var narrow = type.SpecialType == SpecialType.System_Int64 && _source.Model.GetTypeInfo(operand).Type?.SpecialType != SpecialType.System_Int64
                && !_source.Model.GetConstantValue(operand).HasValue;
            minus = narrow ? "-(long)" : "-";
        }

        Call(assignment, target, operation, Interlocked(assignment) + ".Add(ref ", minus);
        return true;
    }

    /// <summary>Rewrites <c>x op= e</c>, <c>x = x op e</c> or <c>x = e op x</c> around its target and operand.</summary>
    private void Call(AssignmentExpressionSyntax assignment, ExpressionSyntax target, AtomicOperation operation, string head, string sign)
    {
        var operand = operation.Operand!;
        var wrapped = sign.Length > 0 && !ValueUse.IsPrimary(operand);
        _script.Insert(assignment.SpanStart, head);
        if (operand == assignment.Right)
        {
            // What stands behind the operator, a comment or a line break, stays.
            _script.Replace(TextSpan.FromBounds(target.Span.End, assignment.OperatorToken.Span.End), ",");
            if (sign.Length > 0)
                _script.Insert(operand.SpanStart, sign + (wrapped ? "(" : ""));
        }
        else
        {
            _script.Replace(TextSpan.FromBounds(target.Span.End, operand.SpanStart), ", " + sign + (wrapped ? "(" : ""));
        }

        _script.Replace(TextSpan.FromBounds(operand.Span.End, assignment.Span.End), wrapped ? "))" : ")");
        MarkDone(assignment);
    }

    private bool Write(AssignmentExpressionSyntax assignment, ExpressionSyntax target, ITypeSymbol type, ISymbol symbol)
    {
        if (symbol is IFieldSymbol { IsVolatile: true })
            return true;
        if (!ValueUse.IsUnused(_source.Model, assignment) || !HasVolatile("Write", type))
            return false;

        _script.Insert(assignment.SpanStart, Volatile(assignment) + ".Write(ref ");
        _script.Replace(TextSpan.FromBounds(target.Span.End, assignment.OperatorToken.Span.End), ",");
        _script.Insert(assignment.Span.End, ")");
        return true;
    }

    /// <summary>Any other update of a whole number: compute, and start again when somebody was faster.</summary>
    private bool Exchange(AssignmentExpressionSyntax assignment, ExpressionSyntax target, ITypeSymbol type)
    {
        if (assignment.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement
            || IsChecked(assignment) || !_source.Layout.OwnLines(statement, statement) || !Has("Add", type)
            || Work.IsForeignIn(_source.Model, assignment.Right)
            || assignment.Right.DescendantNodesAndSelf().Any(node => node is AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax
                || node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostDecrementExpression)
            || _source.NameOf(type, assignment.SpanStart) is not { } typeName)
            return false;

        var name = GateNames.ForLocal(assignment, "seen", _names);
        _names.Add(name);
        var value = AtomicOperation.ValueFrom(assignment, target, name);
        if (value is null || !SymbolEqualityComparer.Default.Equals(_source.Model.GetTypeInfo(assignment.Right).Type, type) && !_source.Model.GetConstantValue(assignment.Right).HasValue)
            return false;

        var layout = _source.Layout;
        var indent = layout.IndentAt(statement.SpanStart);
        var interlocked = Interlocked(assignment);
        _script.Replace(statement.Span,
            typeName + " " + name + ";" + layout.NewLine + indent
            + layout.Open("do", indent) + name + " = " + Current(assignment, target) + ";" + layout.Close(indent) + layout.NewLine + indent
            + "while (" + interlocked + ".CompareExchange(ref " + target + ", " + value + ", " + name + ") != " + name + ");");
        MarkDone(assignment);
        return true;
    }

    private bool Read(ExpressionSyntax target, ITypeSymbol type, ISymbol symbol)
    {
        if (symbol is IFieldSymbol { IsVolatile: true } && target is not ElementAccessExpressionSyntax)
            return true;
        if (!HasVolatile("Read", type))
            return false;

        _script.Insert(target.SpanStart, Volatile(target) + ".Read(ref ");
        _script.Insert(target.Span.End, ")");
        return true;
    }

    private bool IsAtomicAlready(ArgumentSyntax argument) =>
        _source.Model.GetSymbolInfo(argument.Parent?.Parent!).Symbol is IMethodSymbol { ContainingType: { Name: "Interlocked" or "Volatile" } };

    /// <summary>Atomic operations never check for overflow.</summary>
    private bool IsChecked(SyntaxNode node) =>
        _source.Targets.AnyChecked || node.Ancestors().Any(ancestor => ancestor.Kind() is SyntaxKind.CheckedStatement or SyntaxKind.CheckedExpression);

    private bool Has(string method, ITypeSymbol type) => _source.Targets.HaveRefMethod("System.Threading.Interlocked", method, type.SpecialType);

    private bool HasVolatile(string method, ITypeSymbol type) =>
        type.IsReferenceType || type.SpecialType != SpecialType.None && _source.Targets.HaveRefMethod("System.Threading.Volatile", method, type.SpecialType);

    private bool ConvertsTo(ExpressionSyntax operand, ITypeSymbol type) => _source.Model.ClassifyConversion(operand, type) is { Exists: true, IsImplicit: true };

    private bool MentionsState(ExpressionSyntax expression) => _accesses.Any(access => expression.Span.Contains(access.Reference.Span));

    private void MarkDone(SyntaxNode node) =>
        _done.UnionWith(_accesses.Select(access => access.Reference).Where(reference => node.Span.Contains(reference.Span)));

    private string Interlocked(SyntaxNode place) => Usings.Name(_script, place.SpanStart, Threading, "Interlocked");

    private string Volatile(SyntaxNode place) => Usings.Name(_script, place.SpanStart, Threading, "Volatile");
}
