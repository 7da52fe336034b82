using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>
/// Every compilation a document belongs to. One file of a multi-target project is several documents, and each is fixed
/// on its own; unless all get the same text, the merge writes conflict markers into the user's source. So whatever
/// depends on the target is decided here, by the weakest of them.
/// </summary>
internal sealed class LinkedTargets
{
    private readonly List<Compilation> _compilations;

    private LinkedTargets(List<Compilation> compilations) => _compilations = compilations;

    public static async Task<LinkedTargets> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var compilations = new List<Compilation>();
        foreach (var project in ProjectsOf(document))
        {
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation)
                compilations.Add(compilation);
        }

        return new(compilations);
    }

    private static IEnumerable<Project> ProjectsOf(Document document) =>
        document.GetLinkedDocumentIds()
            .Select(id => document.Project.Solution.GetDocument(id)?.Project)
            .OfType<Project>()
            .Concat([document.Project]);

    /// <summary>Whether a new gate can be a <c>System.Threading.Lock</c>: the type, and a compiler that enters it as one.</summary>
    public bool HaveLock => HaveType("System.Threading.Lock") && HaveLanguage(1300);

    /// <summary>Whether every target's language has at least this version, e.g. 900 for C# 9.</summary>
    public bool HaveLanguage(int version) => _compilations.All(compilation =>
        compilation is CSharpCompilation sharp && (int)sharp.LanguageVersion >= version);

    public bool HaveType(string metadataName) => _compilations.All(compilation => Find(compilation, metadataName) is not null);

    /// <summary>Whether every target has a static method of this name whose first parameter is a reference to the special type.</summary>
    public bool HaveRefMethod(string metadataName, string method, SpecialType type) => _compilations.All(compilation =>
        Find(compilation, metadataName) is { } holder && holder.GetMembers(method).OfType<IMethodSymbol>().Any(candidate =>
            candidate is { IsStatic: true, Parameters.Length: > 0 }
            && candidate.Parameters[0].RefKind != RefKind.None
            && candidate.Parameters[0].Type.SpecialType == type));

    /// <summary>Whether arithmetic is checked by default anywhere; an atomic operation never is.</summary>
    public bool AnyChecked => _compilations.Any(compilation => compilation.Options.CheckOverflow);

    public bool All(Func<Compilation, bool> predicate) => _compilations.All(predicate);

    private static INamedTypeSymbol? Find(Compilation compilation, string metadataName) =>
        compilation.GetTypesByMetadataName(metadataName) is { IsEmpty: false } types ? types[0] : null;
}
