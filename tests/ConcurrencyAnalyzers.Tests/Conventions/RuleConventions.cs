using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Tests.Conventions;

public partial class RuleConventions
{
    private const string PageRoot = "https://github.com/ConcurrencyAnalyzers/ConcurrencyAnalyzers/blob/main/";

    [Fact]
    public void Every_analyzer_carries_its_attribute_for_CSharp_alone() => Repository.RequireNone(
        from type in Product.AnalyzerAssembly.GetTypes()
        where !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
        where type.GetCustomAttribute<DiagnosticAnalyzerAttribute>(inherit: false)?.Languages is not [LanguageNames.CSharp]
        select $"{type.Name} needs [DiagnosticAnalyzer(LanguageNames.CSharp)] of its own.");

    [Fact]
    public void Every_id_belongs_to_one_analyzer_and_has_the_house_form() => Repository.RequireNone(
        from analyzer in Product.CreateAnalyzers()
        from rule in analyzer.SupportedDiagnostics
        group analyzer.GetType().Name by rule.Id into owners
        where owners.Count() > 1 || !Id().IsMatch(owners.Key)
        select $"{owners.Key} of {string.Join(", ", owners)}: ids are CONC and four digits, each in one analyzer.");

    [Fact]
    public void Every_rule_has_a_page_beside_it_and_links_to_it() => Repository.RequireNone(
        from rule in Product.Rules
        let page = Repository.Pages.GetValueOrDefault(rule.Id)
        where page is null || rule.HelpLinkUri != PageRoot + page
        select page is null ? $"{rule.Id} has no page src/ConcurrencyAnalyzers/Rules/<Area>/{rule.Id}.md." : $"{rule.Id} links to '{rule.HelpLinkUri}', its page is {PageRoot}{page}.");

    [Fact]
    public void Every_page_belongs_to_a_rule() => Repository.RequireNone(
        from page in Repository.Pages
        where Product.Rules.All(rule => rule.Id != page.Key)
        select $"{page.Value} describes no rule.");

    [Fact]
    public void Every_page_begins_with_its_rule() => Repository.RequireNone(
        from rule in Product.Rules
        where Repository.Pages.ContainsKey(rule.Id)
        let title = File.ReadLines(Repository.Path(Repository.Pages[rule.Id])).First()
        where !title.StartsWith($"# {rule.Id}", StringComparison.Ordinal)
        select $"{Repository.Pages[rule.Id]} begins with '{title}', not with '# {rule.Id}'.");

    [Fact]
    public void The_page_lies_in_the_area_that_the_category_names() => Repository.RequireNone(
        from rule in Product.Rules
        where Repository.Pages.ContainsKey(rule.Id)
        let area = Repository.Pages[rule.Id].Split('/')[^2]
        where rule.Category != "Concurrency." + area
        select $"{rule.Id} has the category {rule.Category} and a page in {area}.");

    [Fact]
    public void Every_rule_has_its_release_line_and_every_line_its_rule()
    {
        var lines = new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => File.ReadLines(Repository.Path($"src/ConcurrencyAnalyzers/AnalyzerReleases.{kind}.md")))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => Id().IsMatch(cells[0]))
            .ToDictionary(cells => cells[0]);

        Repository.RequireNone(Product.Rules
            .Where(rule => !lines.TryGetValue(rule.Id, out var cells) || cells.Length < 4 || cells[1] != rule.Category
                || cells[2] != (rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled"))
            .Select(rule => $"{rule.Id} needs the release line '{rule.Id} | {rule.Category} | {(rule.IsEnabledByDefault ? rule.DefaultSeverity : "Disabled")} | …'.")
            .Concat(lines.Keys.Where(id => Product.Rules.All(rule => rule.Id != id)).Select(id => $"The release line of {id} has no rule.")));
    }

    [Fact]
    public void Every_rule_has_a_fix_or_says_why_not()
    {
        var fixable = Product.CreateCodeFixes().SelectMany(fix => fix.FixableDiagnosticIds).ToHashSet();
        Repository.RequireNone(
            from analyzer in Product.CreateAnalyzers()
            let reason = ReasonForNoFix(analyzer.GetType())
            from rule in analyzer.SupportedDiagnostics
            where fixable.Contains(rule.Id) == (reason is { Length: > 0 })
            select reason is null ? $"{rule.Id} has no fix and no [NoCodeFix(\"why\")]." : $"{rule.Id} has a fix and also [NoCodeFix].");
    }

    [Fact]
    public void Texts_are_complete() => Repository.RequireNone(
        from rule in Product.Rules
        let texts = new[] { rule.Title.ToString(), rule.MessageFormat.ToString(), rule.Description.ToString() }
        where texts.Any(string.IsNullOrWhiteSpace) || texts[0].EndsWith('.') || !texts[2].EndsWith('.')
        select $"{rule.Id}: a title without a full stop, a message and a description with one.");

    private static string? ReasonForNoFix(Type analyzer) =>
        analyzer.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.Name == "NoCodeFixAttribute")
            is { } data ? data.ConstructorArguments[0].Value as string ?? "" : null;

    [GeneratedRegex(@"^CONC\d{4}$")]
    private static partial Regex Id();
}
