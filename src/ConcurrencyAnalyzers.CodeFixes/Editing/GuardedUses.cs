using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>The uses of a state that stand under a lock already, and so are not among its findings.</summary>
internal static class GuardedUses
{
    /// <summary>The lock expression around each such use.</summary>
    public static IEnumerable<ExpressionSyntax> Of(SourceView source, IReadOnlyList<StateAccess> accesses)
    {
        foreach (var name in Others(source, accesses))
        {
            var body = StateAccess.BodyOf(name);
            if (name.Ancestors().TakeWhile(node => node != body).OfType<LockStatementSyntax>().FirstOrDefault(statement => statement.Statement.Span.Contains(name.Span)) is { } region)
                yield return region.Expression;
        }
    }

    /// <summary>Whether some uses are atomic operations already: no lock keeps those out.</summary>
    public static bool AnyAtomic(SourceView source, IReadOnlyList<StateAccess> accesses) => Others(source, accesses).Any(name =>
        name.FirstAncestorOrSelf<ArgumentSyntax>() is { RefKindKeyword.RawKind: not 0, Parent.Parent: InvocationExpressionSyntax call } argument
        && argument.Expression.Span.End == name.Span.End
        && source.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { Name: "Interlocked", ContainingNamespace.Name: "Threading" } });

    /// <summary>
    /// Whether a look at the state under the lock decides, by a jump, if an access behind the region is reached: each of the two under
    /// the lock for itself would still leave a gap between them.
    /// </summary>
    public static bool AnyDecides(SourceView source, IReadOnlyList<StateAccess> accesses) => Others(source, accesses).Any(name =>
        name.Ancestors().OfType<IfStatementSyntax>().FirstOrDefault() is { Else: null } check && check.Condition.Span.Contains(name.Span) && Leaves(check.Statement)
        && check.Ancestors().OfType<LockStatementSyntax>().FirstOrDefault() is { Parent: BlockSyntax block } region
        && accesses.Any(access => access.Span.Start > region.Span.End && block.Span.Contains(access.Span) && access.Body == StateAccess.BodyOf(name)));

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        BreakStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: [.., var last] } => Leaves(last),
        _ => false,
    };

    private static IEnumerable<SimpleNameSyntax> Others(SourceView source, IReadOnlyList<StateAccess> accesses)
    {
        var state = accesses[0].Symbol;
        return source.Root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText == state.Name && !accesses.Any(access => access.Reference.Span.Contains(name.Span))
                && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name).Symbol?.OriginalDefinition, state.OriginalDefinition));
    }

    /// <summary>The one field that all of them lock: the state has a lock, if one that is not always taken.</summary>
    public static string? CommonLock(SourceView source, IReadOnlyList<StateAccess> accesses)
    {
        ISymbol? common = null;
        foreach (var expression in Of(source, accesses))
        {
            if (source.Model.GetSymbolInfo(expression).Symbol is not IFieldSymbol { IsReadOnly: true } field
                || common is not null && !SymbolEqualityComparer.Default.Equals(common, field))
                return null;
            common = field;
        }

        return common is not null && SymbolEqualityComparer.Default.Equals(common.ContainingType?.OriginalDefinition, accesses[0].Symbol.ContainingType?.OriginalDefinition)
            && (common.IsStatic || !accesses[0].Symbol.IsStatic)
            ? common.Name
            : null;
    }
}
