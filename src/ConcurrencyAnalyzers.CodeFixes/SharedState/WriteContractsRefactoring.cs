using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>On a type whose members agree on their locks: writes the contracts that say so.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(WriteContractsRefactoring)), Shared]
public sealed class WriteContractsRefactoring : CodeRefactoringProvider
{
    private const string Key = "CONC1009.write";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var (document, cancellation) = (context.Document, context.CancellationToken);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root?.FindToken(context.Span.Start).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || context.Span.Start < type.Keyword.SpanStart || context.Span.End > type.Identifier.Span.End || !ConcurrencyGate.IsRelevant(type, KnowledgeBase.Bcl))
            return;

        var source = await SourceView.OfAsync(document, await LinkedTargets.OfAsync(document, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        if (source?.Model.GetDeclaredSymbol(type, cancellation)?.GetDocumentationCommentId() is not { } id)
            return;
        var findings = ConcurrencyModel.Of(source.Model.Compilation).Findings(source.Model.Compilation, document.Project.AnalyzerOptions, cancellation);
        var contracts = FixFacts.ParseContracts(FixFacts.Contracts(findings.Inferred.Where(contract => contract.TypeId == id)));
        if (ContractWriter.Plan(source, contracts) is { } script && await CompileCheck.ApplyAsync(document, script, cancellation).ConfigureAwait(false) is { } changed)
            context.RegisterRefactoring(CodeAction.Create(ContractWriter.Title, (CancellationToken _) => Task.FromResult(changed), Key));
    }
}
