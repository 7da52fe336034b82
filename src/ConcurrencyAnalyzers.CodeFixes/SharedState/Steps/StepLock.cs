using System.Collections.Immutable;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.Engine.Atomicity;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// A concurrent collection has no call that does both steps: a lock makes one of them, and keeps out all that could make the answer of
/// the first one wrong. Calls that cannot stay as they are, for each is safe by itself.
/// </summary>
internal static class StepLock
{
    private static readonly HashSet<string> s_collections = ["ConcurrentDictionary", "ConcurrentQueue", "ConcurrentStack", "ConcurrentBag"];

    private static readonly HashSet<string> s_adding = ["Add", "TryAdd", "Enqueue", "Push", "PushRange", "GetOrAdd", "AddOrUpdate"];

    private static readonly HashSet<string> s_removing = ["TryDequeue", "TryPop", "TryPopRange", "TryTake", "TryRemove", "Clear"];

    public static EditScript? Plan(StepPair pair)
    {
        var source = pair.Source;
        if (pair.Gap != Gap.Steps || pair.Check is not { } check || pair.Finding[FixFacts.State] is not { } state || StateAccess.BodyOf(check) is not { } body || body != StateAccess.BodyOf(pair.Act)
            || NameIn(pair.Act, state) is not { } acted || NameIn(check, state) is not { } asked || source.Model.GetSymbolInfo(acted).Symbol is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field
            || !SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(asked).Symbol, field) || !IsConcurrent(field.Type) || field.ContainingType.DeclaringSyntaxReferences is not [var declared]
            || declared.SyntaxTree != source.Root.SyntaxTree)
            return null;

        var names = declared.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == field.Name && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name).Symbol, field)).ToArray();
        // Who is handed the collection itself cannot be kept out.
        if (names.Any(static name => UseOf(name) is null))
            return null;
        var guarded = names.Where(name => name == acted || name == asked || Disturbs(pair.Harm, field.Type, UseOf(name)!) && StateAccess.BodyOf(name) is not ConstructorDeclarationSyntax).ToArray();
        var finding = pair.Finding with { Accesses = guarded.Select(static name => name.Span).ToImmutableArray(), Facts = pair.Finding.Facts.Remove(FixFacts.Guard).Remove(FixFacts.Harm) };
        return LockPlanner.Plan(source, finding) is { HoldsForeignCode: false } script && AreOneStep(script, [check, pair.Act]) && guarded.GroupBy(static name => StateAccess.BodyOf(name)).All(steps => AreOneStep(script, [.. steps])) ? script : null;
    }

    /// <summary>One region of the result holds all of them.</summary>
    private static bool AreOneStep(EditScript script, IReadOnlyList<ExpressionSyntax> steps)
    {
        if (script.Apply() is not { } text)
            return false;
        var root = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)script.Source.Root.SyntaxTree.Options).GetRoot();
        return RegionAt(steps[0]) is { } region && steps.All(step => RegionAt(step) == region);

        LockStatementSyntax? RegionAt(ExpressionSyntax step) =>
            script.Map(step.Span) is { IsEmpty: false } span && span.End <= root.FullSpan.End ? root.FindNode(span).FirstAncestorOrSelf<LockStatementSyntax>() : null;
    }

    private static IdentifierNameSyntax? NameIn(ExpressionSyntax step, string state) =>
        step.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(name => name.Identifier.ValueText == state);

    /// <summary>What is done with the collection: the name of a member, "[]" or "[]=" ; null where it is given away as it is.</summary>
    private static string? UseOf(IdentifierNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own && own.Name == name ? own : name;
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax member when member.Expression == whole => member.Name.Identifier.ValueText,
            ElementAccessExpressionSyntax { Parent: var parent } element when element.Expression == whole => parent switch
            {
                AssignmentExpressionSyntax assignment when assignment.Left == element => "[]=",
                PostfixUnaryExpressionSyntax unary when !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) => "[]=",
                PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => "[]=",
                _ => "[]",
            },
            CommonForEachStatementSyntax loop when loop.Expression == whole => "foreach",
            _ => null,
        };
    }

    private static bool Disturbs(StepHarm harm, ITypeSymbol type, string use) => harm switch
    {
        StepHarm.Overflow => s_adding.Contains(use) || use == "[]=",
        // Of a queue the first item stays the first as long as nobody takes it.
        StepHarm.TakesOther when type.Name == "ConcurrentQueue" => s_removing.Contains(use),
        _ => s_adding.Contains(use) || s_removing.Contains(use) || use is "[]=" or "TryUpdate",
    };

    private static bool IsConcurrent(ITypeSymbol type) => s_collections.Contains(type.Name) && type.ContainingNamespace?.ToDisplayString() == "System.Collections.Concurrent";
}
