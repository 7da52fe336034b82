using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ConcurrencyAnalyzers.Tests.Torture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.Tests.Conventions;

public class FixConventions
{
    private static readonly FixAllScope[] s_scopes = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    // dotnet format finds a provider by the attribute on the very class and creates it by its parameterless constructor.
    [Fact]
    public void Every_fix_is_exported_and_can_be_created() => Repository.RequireNone(
        from type in Product.CodeFixAssembly.GetTypes()
        where !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider))
        where type.GetCustomAttribute<ExportCodeFixProviderAttribute>(inherit: false)?.Languages is not [LanguageNames.CSharp]
            || !type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "SharedAttribute")
            || type.GetConstructor(Type.EmptyTypes) is null
        select $"{type.Name} needs [ExportCodeFixProvider(LanguageNames.CSharp), Shared] of its own and a public constructor without parameters.");

    [Fact]
    public void Every_fix_serves_rules_of_ours() => Repository.RequireNone(
        from fix in Product.CreateCodeFixes()
        where fix.FixableDiagnosticIds.IsEmpty || fix.FixableDiagnosticIds.Any(id => Product.Rules.All(rule => rule.Id != id))
        select $"{fix.GetType().Name} fixes {string.Join(", ", fix.FixableDiagnosticIds)}; not all of these are rules.");

    // The batch fixer drops all but one of several equal insertions and depends on the first key it meets.
    [Fact]
    public void Every_fix_has_a_document_based_fix_all_in_three_scopes() => Repository.RequireNone(
        from fix in Product.CreateCodeFixes()
        let all = fix.GetFixAllProvider()
        where all is not DocumentBasedFixAllProvider || s_scopes.Except(all.GetSupportedFixAllScopes()).Any()
        select $"{fix.GetType().Name} needs FixAllProvider.Create for document, project and solution.");

    // A key that holds a name ends fix-all after the first place. Keys may be put together with dots, from constants alone.
    [Fact]
    public async Task Every_equivalence_key_is_made_of_constants()
    {
        var constants = Constants(Product.CodeFixAssembly);
        var keys = new HashSet<(CodeFixProvider Fix, string? Key)>();
        var fixes = Product.CreateCodeFixes();
        foreach (var (_, text) in TortureSources.Files.Concat(TortureSources.PageBlocks))
        {
            var test = new RuleTest();
            test.TestState.MarkupOptions = MarkupOptions.Ignore;
            test.TestState.Sources.Add(text);
            var project = test.CreateProject();
            foreach (var diagnostic in await Analysis.RunAsync(project, Product.CreateAnalyzers()))
            {
                foreach (var fix in await FixEngine.OfferedAsync(project.Solution, project.Id, diagnostic, fixes, CancellationToken.None))
                    keys.Add((fix.Provider, fix.Action.EquivalenceKey));
            }
        }

        Assert.NotEmpty(keys);
        Repository.RequireNone(
            from pair in keys
            where pair.Key is null || !pair.Key.Split('.').All(constants.Contains)
            select $"{pair.Fix.GetType().Name} uses the key '{pair.Key}', whose parts are no constants.");
    }

    private static HashSet<string> Constants(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var constants = new HashSet<string>(StringComparer.Ordinal);
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            constants.Add(metadata.GetUserString(handle));
        return constants;
    }
}
