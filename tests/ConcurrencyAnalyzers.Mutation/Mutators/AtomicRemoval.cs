using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Mutation.Mutators;

/// <summary>An Interlocked call on a field becomes the plain operation that one would write without thinking of threads.</summary>
internal static class AtomicRemoval
{
    public static IEnumerable<Mutant> Mutants(CapturedProject project)
    {
        var calls = new List<(InvocationExpressionSyntax Call, ISymbol State)>();
        foreach (var tree in project.Trees)
        {
            SemanticModel? model = null;
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsAtomic))
                if (StateOf(model ??= project.Compilation.GetSemanticModel(tree), call) is { } state)
                    calls.Add((call, state));
        }

        var uses = calls.ToLookup(static call => call.State, SymbolEqualityComparer.Default);
        foreach (var (call, state) in calls)
        {
            if (PlainForm(call) is not { } plain || call.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)) is not { } member)
                continue;
            // What is left to show that threads meet here: an atomic update, or a declaration that says so.
            var others = uses[state].Where(other => other.Call != call && NameOf(other.Call) != "Read").ToArray();
            var evidence = others.Length > 0 || state is IFieldSymbol { IsVolatile: true } ? Evidence.Enough : Evidence.Little;
            yield return new(MutationKind.Atomic, evidence, call.SyntaxTree, call.Span, [new(call.Span, plain)], [member.Span], state.Name + "(" + NameOf(call) + ")");
        }
    }

    private static bool IsAtomic(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var owner } && (owner as SimpleNameSyntax ?? (owner as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == "Interlocked";

    private static string NameOf(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText;

    private static ISymbol? StateOf(SemanticModel model, InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } target, ..]
            && model.GetSymbolInfo(target.Expression).Symbol is IFieldSymbol field ? field.OriginalDefinition : null;

    private static string? PlainForm(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        var target = arguments[0].Expression.ToString();
        var isStatement = call.Parent is ExpressionStatementSyntax;
        string? plain = (NameOf(call), arguments.Count) switch
        {
            ("Increment", 1) => $"++{target}",
            ("Decrement", 1) => $"--{target}",
            ("Add", 2) => $"{target} += {arguments[1].Expression}",
            ("Or", 2) => $"{target} |= {arguments[1].Expression}",
            ("And", 2) => $"{target} &= {arguments[1].Expression}",
            ("CompareExchange", 3) when isStatement => $"{target} = {target} == {arguments[2].Expression} ? {arguments[1].Expression} : {target}",
            // The old value is the result: tested, then written.
            ("CompareExchange", 3) => $"{target} == {arguments[2].Expression} ? ({target}, {target} = {arguments[1].Expression}).Item1 : {target}",
            ("Exchange", 2) when !isStatement => $"({target}, {target} = {arguments[1].Expression}).Item1",
            _ => null,
        };
        if (plain is null || plain.Contains('\n', StringComparison.Ordinal))
            return null;
        return isStatement ? plain : $"({plain})";
    }
}
