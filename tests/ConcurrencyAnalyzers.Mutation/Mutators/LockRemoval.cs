using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Mutation.Mutators;

/// <summary><c>lock (x) { … }</c> becomes <c>{ … }</c>, where x guards a state that the body uses.</summary>
internal static class LockRemoval
{
    public static IEnumerable<Mutant> Mutants(CapturedProject project)
    {
        var index = new CallIndex(project);
        foreach (var tree in project.Trees)
        {
            var types = tree.GetRoot().DescendantNodes().OfType<LockStatementSyntax>().Select(static statement => statement.FirstAncestorOrSelf<TypeDeclarationSyntax>()).OfType<TypeDeclarationSyntax>().Distinct().ToArray();
            foreach (var declaration in types)
            {
                // A type that asserts its lock says that it is held; with such a claim in place nothing is missing.
                if (declaration.DescendantTokens().Any(static token => token.ValueText is "IsEntered" or "IsHeldByCurrentThread"))
                    continue;
                if (project.Compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration) is not INamedTypeSymbol type)
                    continue;
                var census = GuardCensus.Of(project.Compilation, index, type);
                foreach (var (held, member, _) in census.Statements.Where(found => found.Lock.Statement.SyntaxTree == tree))
                    if (!WaitsOrPulses(held.Statement) && Of(census, held, member) is { } mutant)
                        yield return mutant;
            }
        }
    }

    /// <summary>Without the lock Monitor.Wait and Pulse throw: the first run shows it, and no race is needed.</summary>
    private static bool WaitsOrPulses(LockStatementSyntax statement) => statement.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(static call => call.Expression.ToString() is "Monitor.Wait" or "Monitor.Pulse" or "Monitor.PulseAll" or "System.Threading.Monitor.Wait" or "System.Threading.Monitor.Pulse" or "System.Threading.Monitor.PulseAll");

    private static Mutant? Of(GuardCensus census, HeldLock held, MemberDeclarationSyntax member)
    {
        // What this statement alone protects: with it gone, the use has lost the lock.
        var exposed = census.Uses.Where(use => Holds(census, use, held, gone: null) && !Holds(census, use, held, held.Statement)).ToArray();
        var states = exposed.GroupBy(static use => use.State, SymbolEqualityComparer.Default).Select(uses => (State: uses.Key!, Evidence: EvidenceOf(census, held, uses.Key!, uses.ToArray()))).ToArray();
        if (states.Length == 0 || states.All(static state => state.Evidence is null))
            return null;
        var evidence = states.Min(static state => state.Evidence ?? Evidence.Little);
        var text = member.SyntaxTree.GetText();
        var head = TextSpan.FromBounds(held.Statement.SpanStart, held.Statement.CloseParenToken.Span.End);
        return new(MutationKind.Lock, evidence, member.SyntaxTree, held.Statement.Span, [Blank.Out(text, head)],
            [member.Span, .. exposed.Where(use => use.Member.SyntaxTree == member.SyntaxTree).Select(static use => use.Member.Span)],
            string.Join(",", states.Where(state => state.Evidence == evidence).Select(static state => state.State.Name)));
    }

    /// <returns>null: the lock is not what guards the state, as it is used elsewhere without.</returns>
    private static Evidence? EvidenceOf(GuardCensus census, HeldLock held, ISymbol state, StateUse[] exposed)
    {
        var all = census.Uses.Where(use => SymbolEqualityComparer.Default.Equals(use.State, state)).ToArray();
        // Nothing goes wrong between uses that only read.
        if (!all.Any(static use => use.IsChange))
            return null;
        var guarded = all.Where(use => Holds(census, use, held, gone: null)).ToArray();
        if (guarded.Length < 0.75 * all.Length || Members(guarded) < 2)
            return null;
        var left = all.Where(use => Holds(census, use, held, held.Statement)).ToArray();
        if (Members(left) < 2 || left.Length <= all.Length - left.Length || !(exposed.Any(static use => use.IsChange) ? left.Length > 0 : left.Any(static use => use.IsChange)))
            return Evidence.Little;
        if (!DoesHarm(state, exposed, left))
            return Evidence.Word;
        return exposed.All(use => census.IsEnding(use.MemberSymbol)) ? Evidence.Ending : Evidence.Enough;
    }

    private static bool DoesHarm(ISymbol state, StateUse[] exposed, StateUse[] left)
    {
        if (exposed.Any(static use => use.IsContent) && exposed.Concat(left).Any(static use => use is { IsContent: true, IsChange: true }) || UseShape.IsWide(state))
            return true;
        return exposed.Any(static use => use.IsWrite) && (Decides(exposed) || left.GroupBy(static use => use.Member).Any(static member => Decides([.. member])));
    }

    /// <summary>Reads the state and writes it: a decision that another thread can overtake.</summary>
    private static bool Decides(StateUse[] uses) =>
        uses.Any(static use => use.IsWrite) && (uses.Any(static use => !use.IsWrite) || uses.Any(static use => UseShape.Updates((SimpleNameSyntax)use.Node)));

    private static bool Holds(GuardCensus census, StateUse use, HeldLock held, LockStatementSyntax? gone) =>
        census.LocksAt(use, gone).Contains(held.Lock, SymbolEqualityComparer.Default);

    private static int Members(IEnumerable<StateUse> uses) => uses.Select(static use => use.Member).Distinct().Count();
}
