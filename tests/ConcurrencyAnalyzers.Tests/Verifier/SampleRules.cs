using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Tests.Verifier;

/// <summary>Reports identifiers of declared variables: <c>bad…</c> as SAMPLE1, <c>ugly…</c> as SAMPLE2.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameRule : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Bad = new("SAMPLE1", "Bad name", "'{0}' is bad", "Samples", DiagnosticSeverity.Warning, true);
    public static readonly DiagnosticDescriptor Ugly = new("SAMPLE2", "Ugly name", "'{0}' is ugly", "Samples", DiagnosticSeverity.Info, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Bad, Ugly];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Report, SyntaxKind.VariableDeclarator);
    }

    private static void Report(SyntaxNodeAnalysisContext context)
    {
        var identifier = ((VariableDeclaratorSyntax)context.Node).Identifier;
        var rule = identifier.Text.StartsWith("bad", StringComparison.Ordinal) ? Bad : identifier.Text.StartsWith("ugly", StringComparison.Ordinal) ? Ugly : null;
        if (rule is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                rule, identifier.GetLocation(), [context.Node.Parent!.GetLocation()], ImmutableDictionary<string, string?>.Empty.Add("name", identifier.Text), identifier.Text));
        }
    }
}

/// <summary>Only SAMPLE1, so that <c>[|…|]</c> is unambiguous.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BadNameRule : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NameRule.Bad];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(
            inner =>
            {
                var identifier = ((VariableDeclaratorSyntax)inner.Node).Identifier;
                if (identifier.Text.StartsWith("bad", StringComparison.Ordinal))
                    inner.ReportDiagnostic(Diagnostic.Create(NameRule.Bad, identifier.GetLocation(), identifier.Text));
            },
            SyntaxKind.VariableDeclarator);
    }
}

/// <summary>A rule that always throws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingRule : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NameRule.Bad];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(_ => throw new InvalidOperationException("broken rule"), SyntaxKind.ClassDeclaration);
    }
}

/// <summary>A rule whose report depends on the order of the documents.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OrderDependentRule : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NameRule.Bad];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(inner =>
        {
            var tree = inner.SemanticModel.SyntaxTree;
            if (inner.SemanticModel.Compilation.SyntaxTrees.First() == tree)
                inner.ReportDiagnostic(Diagnostic.Create(NameRule.Bad, Location.Create(tree, new TextSpan(0, 5)), "first"));
        });
    }
}

/// <summary>What the sample fixes share: new names for declared variables and their uses by text, one action a provider.</summary>
public abstract class RenameFixBase : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["SAMPLE1"];

    public override FixAllProvider? GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await EditAsync(document, [.. diagnostics.Where(Takes)]));

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(Takes))
            context.RegisterCodeFix(CodeAction.Create("Rename", _ => EditAsync(context.Document, [diagnostic]), "rename"), diagnostic);
        return Task.CompletedTask;
    }

    protected bool Takes(Diagnostic diagnostic) => FixableDiagnosticIds.Contains(diagnostic.Id);

    protected virtual string NewName(string name, Document document) => "good" + name[3..];

    protected async Task<Document> EditAsync(Document document, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var root = (await document.GetSyntaxRootAsync())!;
        var names = diagnostics.Select(diagnostic => root.FindToken(diagnostic.Location.SourceSpan.Start).Text).ToHashSet();
        var tokens = root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.Text));
        return document.WithSyntaxRoot(root.ReplaceTokens(
            tokens, (token, _) => SyntaxFactory.Identifier(NewName(token.Text, document)).WithTriviaFrom(token)));
    }
}

/// <summary>A fix as it should be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RenameFix : RenameFixBase;

/// <summary>As <see cref="RenameFix"/>, with the batch fixer and a key that names the symbol: only one site is fixed by fix-all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KeyPerSymbolFix : RenameFixBase
{
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(Takes))
            context.RegisterCodeFix(CodeAction.Create("Rename", _ => EditAsync(context.Document, [diagnostic]), diagnostic.GetMessage()), diagnostic);
        return Task.CompletedTask;
    }
}

/// <summary>
/// Batch fixer with a key per id: good in the IDE, and in <c>dotnet format</c> the key of a foreign diagnostic that comes first spoils the run.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KeyPerIdFix : RenameFixBase
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["SAMPLE1", "SAMPLE2"];
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(Takes))
            context.RegisterCodeFix(CodeAction.Create("Rename", _ => EditAsync(context.Document, [diagnostic]), diagnostic.Id), diagnostic);
        return Task.CompletedTask;
    }

    protected override string NewName(string name, Document document) => name.StartsWith("bad", StringComparison.Ordinal) ? "good" + name[3..] : "fine" + name[4..];
}

/// <summary>No fix-all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NoFixAllFix : RenameFixBase
{
    public override FixAllProvider? GetFixAllProvider() => null;
}

/// <summary>Offers an action that changes nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NoOpFix : RenameFixBase
{
    protected override string NewName(string name, Document document) => name;
}

/// <summary>Gives another text where the target is .NET Standard.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TargetDependentFix : RenameFixBase
{
    protected override string NewName(string name, Document document) =>
        document.Project.ParseOptions!.PreprocessorSymbolNames.Contains("NETSTANDARD2_0") ? "standard" + name[3..] : "good" + name[3..];
}

/// <summary>The result is reported again: a fix that never ends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EndlessFix : RenameFixBase
{
    protected override string NewName(string name, Document document) => name + "r";
}

/// <summary>Writes code that does not compile.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BreakingFix : RenameFixBase
{
    protected override string NewName(string name, Document document) => "int";
}

/// <summary>Throws while computing the change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ThrowingFix : RenameFixBase
{
    protected override string NewName(string name, Document document) => throw new InvalidOperationException("broken fix");
}
