using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.Tests.Torture;

/// <summary>Runs every analyzer on some code and every fix on what they report, and fails when anything throws.</summary>
/// <param name="fixesPerRule">How many findings of each rule are fixed; a file of thousands of findings needs no thousands of fixes.</param>
internal sealed class TortureRun(ReferenceAssemblies references, int fixesPerRule = 3)
{
    private static readonly FixAllScope[] s_scopes = [FixAllScope.Document, FixAllScope.Solution];

    /// <summary>Runs; what the compiler says of the code does not matter.</summary>
    /// <returns>What our analyzers report.</returns>
    /// <exception cref="VerificationException">An analyzer or a fix threw.</exception>
    public async Task<ImmutableArray<Diagnostic>> RunAsync(params (string Path, string Text)[] files)
    {
        var project = CreateProject(files);
        var diagnostics = await AnalyseAsync(project);
        await FixAsync(project, diagnostics);
        return diagnostics;
    }

    /// <summary>
    /// Hands the fixes what dotnet format and a fast typist hand them: diagnostics of another version of the text, with its
    /// facts, placed in this one.
    /// </summary>
    public async Task FixStaleAsync(string text, IEnumerable<Diagnostic> earlier)
    {
        var project = CreateProject([("/0/Test0.cs", text)]);
        var tree = (await project.Documents.Last().GetSyntaxTreeAsync())!;
        var stale = earlier.Where(diagnostic => diagnostic.Location.SourceSpan.End <= tree.Length).Select(diagnostic => Diagnostic.Create(
            diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan), [], diagnostic.Properties, diagnostic.GetMessage()));
        await FixAsync(project, [.. stale]);
    }

    /// <summary>Hands every fix bare diagnostics of its rules, without any facts, at the given places.</summary>
    public async Task FixAnywhereAsync(string text, IEnumerable<int> positions)
    {
        var project = CreateProject([("/0/Test0.cs", text)]);
        var tree = (await project.Documents.Last().GetSyntaxTreeAsync())!;
        var root = await tree.GetRootAsync();
        var bare = from position in positions
                   from rule in Product.Rules
                   select Diagnostic.Create(rule, root.FindToken(position).GetLocation());
        await FixAsync(project, [.. bare]);
    }

    private Project CreateProject((string Path, string Text)[] files)
    {
        var test = new RuleTest { ReferenceAssemblies = references };
        test.TestState.MarkupOptions = MarkupOptions.Ignore;
        test.TestState.Sources.AddRange(files);
        return test.CreateProject();
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyseAsync(Project project) =>
        [.. (await Analysis.RunAsync(project, Product.CreateAnalyzers())).Where(diagnostic => !Analysis.IsCompiler(diagnostic))];

    private async Task FixAsync(Project project, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var provider in Product.CreateCodeFixes())
        {
            var own = diagnostics.Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id)).Take(fixesPerRule).ToArray();
            var known = new Dictionary<ProjectId, ImmutableArray<Diagnostic>> { [project.Id] = [.. own] };
            string? key = null;
            foreach (var diagnostic in own)
            {
                foreach (var fix in await FixEngine.OfferedAsync(project.Solution, project.Id, diagnostic, [provider], CancellationToken.None))
                {
                    key ??= fix.Action.EquivalenceKey;
                    await FixEngine.ApplyAsync(project.Solution, fix.Action, provider, CancellationToken.None);
                }
            }

            foreach (var scope in own.Length == 0 ? [] : s_scopes)
            {
                var document = project.GetDocument(own[0].Location.SourceTree)!;
                if (await FixEngine.FixAllAsync(provider, document, scope, key, [own[0].Id], known, CancellationToken.None) is { } all)
                    await FixEngine.ApplyAsync(project.Solution, all, provider, CancellationToken.None);
            }
        }
    }
}
