using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>
/// Whether a state that atomic operations would do for is better off under a lock, because of the company it keeps: its
/// author has locked it already, if wrongly, or it changes together with a state that only a lock can guard.
/// </summary>
internal static class Company
{
    public static bool CallsForLock(SourceView source, IReadOnlyList<StateAccess> accesses) => accesses.Any(access => IsLocked(access) || HasNeighbour(source, access));

    private static bool IsLocked(StateAccess access) =>
        access.Reference.Ancestors().TakeWhile(node => node != access.Body).Any(node => node is LockStatementSyntax statement && statement.Statement.Span.Contains(access.Span));

    private static bool HasNeighbour(SourceView source, StateAccess access)
    {
        if (!access.Writes || access.Reference.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement)
            return false;

        var list = StatementList.Around(statement);
        var index = list.FindIndex(candidate => candidate == statement);
        return new[] { index - 1, index + 1 }.Any(beside => beside >= 0 && beside < list.Count && IsGuardedOnly(source, list[beside], access));
    }

    /// <summary>A short locked region, or a change of another member that no atomic operation can do.</summary>
    private static bool IsGuardedOnly(SourceView source, StatementSyntax statement, StateAccess access)
    {
        if (statement is LockStatementSyntax region)
            return source.Model.GetSymbolInfo(region.Expression).Symbol is IFieldSymbol { IsReadOnly: true } or ILocalSymbol && !Work.IsForeignIn(source.Model, region.Statement);

        var target = statement is ExpressionStatementSyntax { Expression: var expression }
            ? expression switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left,
                PostfixUnaryExpressionSyntax unary => unary.Operand,
                PrefixUnaryExpressionSyntax unary => unary.Operand,
                _ => null,
            }
            : null;
        var type = target is null ? null : source.Model.GetSymbolInfo(target).Symbol switch
        {
            IFieldSymbol other when SymbolEqualityComparer.Default.Equals(other.ContainingType, access.Symbol.ContainingType) => other.Type,
            // A local of the lambda's own is not shared; one from outside is captured beside the state.
            ILocalSymbol other when access.Symbol is ILocalSymbol && SymbolEqualityComparer.Default.Equals(other.ContainingSymbol, access.Symbol.ContainingSymbol) => other.Type,
            _ => null,
        };
        return type is { IsValueType: true, SpecialType: not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_Boolean) };
    }
}
