using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>One compilation as the compiler's response file describes it, parsed once.</summary>
internal sealed class CapturedProject
{
    private CapturedProject(string name, CSharpCompilation compilation) => (Name, Compilation) = (name, compilation);

    public string Name { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>Written by people: generated code is compiled, not mutated.</summary>
    public IEnumerable<SyntaxTree> Trees => Compilation.SyntaxTrees
        .Where(static tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) && !tree.FilePath.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase));

    public static CapturedProject Load(string path)
    {
        path = Path.GetFullPath(path);
        var arguments = CSharpCommandLineParser.Default.Parse(["@" + path], Path.GetDirectoryName(path), sdkDirectory: null);
        if (arguments.SourceFiles.IsEmpty)
            throw new InvalidDataException($"{path} names no sources.");
        var trees = new SyntaxTree[arguments.SourceFiles.Length];
        Parallel.For(0, trees.Length, at =>
        {
            var file = arguments.SourceFiles[at].Path;
            using var stream = File.OpenRead(file);
            trees[at] = CSharpSyntaxTree.ParseText(SourceText.From(stream), arguments.ParseOptions, file);
        });
        var references = arguments.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties));
        var options = arguments.CompilationOptions.WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty).WithGeneralDiagnosticOption(ReportDiagnostic.Default);
        return new(Path.GetFileNameWithoutExtension(path), CSharpCompilation.Create(arguments.CompilationName, trees, references, options));
    }
}
