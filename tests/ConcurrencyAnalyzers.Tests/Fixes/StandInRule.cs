using System.Collections.Immutable;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Tests.Fixes;

/// <summary>
/// Stands in for the rules, so that fixes are tested for shapes of code rather than for what the engine finds. A comment
/// names the state, <c>// shared: _total</c>, perhaps with <c>guard: _gate</c>, <c>remedies: interlocked,lock</c> or <c>elsewhere: true</c>;
/// reported is each use of it outside a lock and outside an atomic call. Uses marked <c>/*ordered*/</c> are exempt, and so is construction.
/// </summary>
public abstract class StandInRule : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _descriptor;

    protected StandInRule(string id) => _descriptor = new(id, id, "'{0}' is shared", "Tests", DiagnosticSeverity.Warning, true);

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_descriptor];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(Report);
    }

    private void Report(SemanticModelAnalysisContext context)
    {
        var root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        foreach (var comment in root.DescendantTrivia().Where(trivia => trivia.ToString().StartsWith("// shared:", StringComparison.Ordinal)))
        {
            var facts = comment.ToString()[3..].Split(';').Select(part => part.Split(':')).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
            ReportState(context, root, facts);
        }
    }

    private void ReportState(SemanticModelAnalysisContext context, SyntaxNode root, Dictionary<string, string> facts)
    {
        var state = facts["shared"];
        facts.TryGetValue("guard", out var guard);
        var accesses = root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.Text == state && IsOpen(name, guard))
            .Select(name => name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member.Span : name.Span)
            .ToList();
        var declaration = root.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(declarator => declarator.Identifier.Text == state);
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(FixFacts.Accesses, string.Join(";", accesses.Select(FixFacts.Span)))
            .Add(FixFacts.State, state)
            .Add(FixFacts.Remedies, facts.GetValueOrDefault("remedies", "lock"));
        if (declaration is not null)
            properties = properties.Add(FixFacts.Declaration, FixFacts.Span(declaration.Span));
        if (guard is not null)
            properties = properties.Add(FixFacts.Guard, guard);
        if (facts.TryGetValue("harm", out var harm))
            properties = properties.Add(FixFacts.Harm, harm);
        if (facts.ContainsKey("elsewhere"))
            properties = properties.Add(FixFacts.Elsewhere, "true");

        foreach (var access in accesses)
            context.ReportDiagnostic(Diagnostic.Create(_descriptor, Location.Create(root.SyntaxTree, access), properties, state));
    }

    private static bool IsOpen(IdentifierNameSyntax name, string? guard)
    {
        if (name.GetLeadingTrivia().Concat(name.GetFirstToken().GetPreviousToken().TrailingTrivia).Any(trivia => trivia.ToString() == "/*ordered*/"))
            return false;
        foreach (var ancestor in name.Ancestors())
        {
            switch (ancestor)
            {
                case LockStatementSyntax statement when !statement.Expression.Span.Contains(name.Span) && (guard is null || statement.Expression.ToString().EndsWith(guard, StringComparison.Ordinal)):
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type } } when type.ToString() is "Interlocked" or "Volatile" or "System.Threading.Interlocked" or "System.Threading.Volatile":
                case TryStatementSyntax { Finally: { } last } attempt when attempt.Block.Span.Contains(name.Span) && last.ToString().Contains(".Release()", StringComparison.Ordinal):
                case ConstructorDeclarationSyntax:
                case FieldDeclarationSyntax:
                    return false;
            }
        }

        return true;
    }
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StandIn1001() : StandInRule("CONC1001");

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StandIn1002() : StandInRule("CONC1002");

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StandIn1003() : StandInRule("CONC1003");
