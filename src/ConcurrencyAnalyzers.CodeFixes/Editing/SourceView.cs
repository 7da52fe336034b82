using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>One version of a document: text, tree, meaning (also in the documents linked to it), layout, and what its targets allow.</summary>
internal sealed record SourceView(SourceText Text, SyntaxNode Root, SemanticModel Model, IReadOnlyList<SemanticModel> LinkedModels, Layout Layout, LinkedTargets Targets)
{
    public static async Task<SourceView?> OfAsync(Document document, LinkedTargets targets, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return null;

        var linked = new List<SemanticModel>();
        foreach (var id in document.GetLinkedDocumentIds())
        {
            if (document.Project.Solution.GetDocument(id) is { } other
                && await other.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } otherModel)
                linked.Add(otherModel);
        }

        return new(text, root, model, linked, new Layout(text, root), targets);
    }

    /// <summary>The type as it is written at the position, with its nullability where that is on; null when it has no name.</summary>
    public string? NameOf(ITypeSymbol type, int position)
    {
        if (type.TypeKind == TypeKind.Error || type.IsAnonymousType || type.IsRefLikeType)
            return null;

        var format = SymbolDisplayFormat.MinimallyQualifiedFormat;
        if ((Model.GetNullableContext(position) & NullableContext.AnnotationsEnabled) != 0)
            format = format.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
        var name = type.ToMinimalDisplayString(Model, position, format);
        return name.Contains("<anonymous") ? null : name;
    }
}
