using System.Reflection;
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
}
