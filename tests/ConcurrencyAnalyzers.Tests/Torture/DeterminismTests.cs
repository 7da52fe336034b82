using System.Collections.Immutable;
using ConcurrencyAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Tests.Torture;

/// <summary>
/// One program of many files yields the same findings, to the last property, however it is analysed: in any order of its
/// files, by one thread or several, at once as in a build or file by file as in an editor, from scratch or with what is
/// still known from an earlier version.
/// </summary>
public class DeterminismTests
{
    private static readonly Lazy<Project> s_project = new(() =>
    {
        var test = new RuleTest();
        test.TestState.MarkupOptions = MarkupOptions.Ignore;
        test.TestState.Sources.AddRange(CaseFile.Paths.Where(static path => !path.Contains("_safe", StringComparison.Ordinal)).Where((_, index) => index % 2 == 0).Select(path => ("/0/" + path, CaseFile.Load(path).Text)));
        return test.CreateProject();
    });

    private static readonly Lazy<Task<string[]>> s_expected = new(() => FindAsync(s_project.Value, concurrent: false));

    [Fact]
    public async Task There_is_something_to_compare() => Assert.InRange((await s_expected.Value).Length, 50, int.MaxValue);

    [Fact]
    public async Task By_one_thread_or_several() => Assert.Equal(await s_expected.Value, await FindAsync(Fresh(), concurrent: true));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task In_any_order_of_files(int seed)
    {
        var random = new Random(seed);
        var project = Fresh();
        var compilation = (await project.GetCompilationAsync())!;
        var trees = compilation.SyntaxTrees.ToArray();
        random.Shuffle(trees);
        Assert.Equal(await s_expected.Value, await FindAsync(project, compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees), concurrent: true));
    }

    [Fact]
    public async Task File_by_file_as_in_an_editor()
    {
        var project = Fresh();
        var compilation = (await project.GetCompilationAsync())!;
        var found = new List<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees.Reverse())
        {
            var analysis = compilation.WithAnalyzers(Product.CreateAnalyzers(), project.AnalyzerOptions);
            found.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, default));
        }

        Assert.Equal(await s_expected.Value, Texts(found));
    }

    [Fact]
    public async Task After_edits_that_were_taken_back()
    {
        var project = Fresh();
        var random = new Random(4);
        var documents = project.Documents.Where(document => document.FilePath?.EndsWith(".cs", StringComparison.Ordinal) == true).ToArray();
        for (var round = 0; round < 6; round++)
        {
            var document = documents[random.Next(documents.Length)];
            var text = await document.GetTextAsync();
            var body = text.ToString().LastIndexOf('{') + 1;
            if (body == 0)
                continue;
            var edited = document.WithText(text.Replace(body, 0, " System.GC.KeepAlive(1); "));
            await FindAsync(edited.Project, concurrent: true);
            project = edited.Project.GetDocument(document.Id)!.WithText(text).Project;
        }

        Assert.Equal(await s_expected.Value, await FindAsync(project, concurrent: true));
    }

    private static Project Fresh() => s_project.Value;

    private static async Task<string[]> FindAsync(Project project, bool concurrent) => await FindAsync(project, (await project.GetCompilationAsync())!, concurrent);

    /// <summary>In a compilation of its own: nothing that another one has computed is found again.</summary>
    private static async Task<string[]> FindAsync(Project project, Compilation compilation, bool concurrent)
    {
        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            (exception, analyzer, _) =>
            {
                lock (failures)
                    failures.Add($"{analyzer.GetType().Name} threw: {exception}");
            },
            concurrent,
            logAnalyzerExecutionTime: false);
        var found = await compilation.Clone().WithAnalyzers(Product.CreateAnalyzers(), options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return Texts(found);
    }

    private static string[] Texts(IEnumerable<Diagnostic> found) => [.. Analysis.Ordered(found).Select(Analysis.Describe)];
}
