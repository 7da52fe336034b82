using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// A state that is changed under a read lock, which many threads hold at once: the region takes the write lock instead.
/// An upgradeable lock keeps out its like, but no readers, so it is treated in the same way.
/// </summary>
internal static class ReadLockEdit
{
    public static EditScript? Plan(SourceView source, Finding finding)
    {
        if (StateAccess.All(source, finding) is not { } accesses || !accesses.Any(access => access.Writes))
            return null;

        var regions = new List<TryStatementSyntax>();
        string? gate = null;
        foreach (var access in accesses)
        {
            if (RegionOf(access) is not { } region || GateOf(region) is not { } held || gate is not null && gate != held)
                return null;
            gate = held;
            if (access.Writes && !regions.Contains(region))
                regions.Add(region);
        }

        var script = new EditScript(source, "Take the write lock");
        foreach (var region in regions)
        {
            if (Entries(region, gate!).ToList() is not { Count: 1 } entries)
                return null;
            Rename(script, entries[0]);
            foreach (var exit in Calls(region.Finally!.Block, gate!))
                Rename(script, exit);
        }

        return script;
    }

    /// <summary>Whether a write stands under a read lock; another lock around it would be taken in the wrong order, or in vain.</summary>
    public static bool IsNeeded(IReadOnlyList<StateAccess> accesses) => accesses.Any(access => access.Writes && RegionOf(access) is { } region && GateOf(region) is not null);

    private static TryStatementSyntax? RegionOf(StateAccess access) => access.Whole.Ancestors().TakeWhile(node => node != access.Body).OfType<TryStatementSyntax>()
        .FirstOrDefault(statement => statement.Block.Span.Contains(access.Span) && GateOf(statement) is not null);

    /// <summary>The reader-writer lock whose read lock the region holds.</summary>
    private static string? GateOf(TryStatementSyntax region) => region.Finally is { } clause
        ? clause.Block.Statements.OfType<ExpressionStatementSyntax>().Select(statement => statement.Expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ExitReadLock" or "ExitUpgradeableReadLock" } member } => member.Expression.ToString(),
            _ => null,
        }).FirstOrDefault(gate => gate is not null)
        : null;

    private static IEnumerable<SimpleNameSyntax> Entries(TryStatementSyntax region, string gate)
    {
        var list = StatementList.Around(region);
        var index = list.FindIndex(statement => statement == region);
        foreach (var statement in list.Take(index).Skip(Math.Max(0, index - 1)).Concat(region.Block.Statements.Take(1)))
        {
            if (statement is ExpressionStatementSyntax)
            {
                foreach (var name in Calls(statement, gate))
                    yield return name;
            }
        }
    }

    private static IEnumerable<SimpleNameSyntax> Calls(SyntaxNode node, string gate) => node.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Where(member => member.Name.Identifier.ValueText is "EnterReadLock" or "EnterUpgradeableReadLock" or "ExitReadLock" or "ExitUpgradeableReadLock" && member.Expression.ToString() == gate)
        .Select(member => member.Name);

    private static void Rename(EditScript script, SimpleNameSyntax name) =>
        script.Replace(name.Span, name.Identifier.ValueText.StartsWith("Enter", StringComparison.Ordinal) ? "EnterWriteLock" : "ExitWriteLock");
}
