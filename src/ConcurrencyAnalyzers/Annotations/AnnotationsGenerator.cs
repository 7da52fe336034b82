using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Annotations;

/// <summary>
/// Adds the contract attributes (<c>[GuardedBy]</c> and its kin) to every compilation that uses the package. It only
/// ever emits constant sources before the first pass, so it costs nothing while someone types. The attributes are
/// internal and embedded: two assemblies that see each other's internals may both have them without a conflict.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AnnotationsGenerator : IIncrementalGenerator
{
    private const string ResourcePrefix = "ConcurrencyAnalyzers.Annotations.Sources.";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterPostInitializationOutput(static output =>
        {
            foreach (var (hintName, source) in Sources())
                output.AddSource(hintName, source);
        });

    private static IEnumerable<(string HintName, SourceText Source)> Sources()
    {
        var assembly = typeof(AnnotationsGenerator).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().OrderBy(name => name, StringComparer.Ordinal))
        {
            if (!name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
                continue;

            using var stream = assembly.GetManifestResourceStream(name)!;
            var file = name.Substring(ResourcePrefix.Length);
            yield return (file.Substring(0, file.Length - ".cs".Length) + ".g.cs",
                SourceText.From(stream, Encoding.UTF8, canBeEmbedded: true));
        }
    }
}
