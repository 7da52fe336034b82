using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Tests.Pages;

/// <summary>Runs the blocks of one page; what fails is said with page and line.</summary>
internal static class PageRunner
{
    public static async Task RunAsync(string id, IReadOnlyList<PageBlock> blocks)
    {
        PageBlock? bad = null;
        foreach (var block in blocks)
        {
            if (block.Kind == "bad")
                bad = block;
            try
            {
                await (block.Kind switch
                {
                    "bad" => RequireFindingsAsync(id, block),
                    "fixed" => RequireFixAsync(id, bad ?? throw new VerificationException("There is no bad block before it."), block),
                    _ => RequireSilenceAsync(block),
                });
            }
            catch (Exception exception) when (exception is VerificationException or FormatException)
            {
                throw new VerificationException($"{block}: {exception.Message}");
            }
        }
    }

    private static async Task RequireFindingsAsync(string id, PageBlock block)
    {
        if (block.Findings.All(finding => finding.Id != id) && block.KnowledgeFindings.All(finding => finding.Id != id))
            throw new VerificationException($"no line is marked // {id}.");
        var test = Test(id, block);
        test.ExpectedDiagnostics.AddRange(block.Expect(await test.GetDiagnosticsAsync()));
        await test.RunAsync();
    }

    private static Task RequireSilenceAsync(PageBlock block) => block.Findings.Any() || block.KnowledgeFindings.Any()
        ? throw new VerificationException("a block in which no rule speaks marks a finding.")
        : Test(null, block).RunAsync();

    private static async Task RequireFixAsync(string id, PageBlock bad, PageBlock after)
    {
        var test = Test(id, bad);
        test.ExpectedDiagnostics.AddRange(bad.Expect(await test.GetDiagnosticsAsync()));
        test.FixedState.MarkupOptions = MarkupOptions.Ignore;
        test.FixedState.Sources.Add(after.Source);
        test.FixedState.ExpectedDiagnostics.AddRange(after.Expect(await Test(id, bad with { Code = after.Code }).GetDiagnosticsAsync()));
        test.LineEndings = LineEnding.Both;
        test.CodeActionIndex = after.Options.FirstOrDefault(option => option.StartsWith("action=", StringComparison.Ordinal)) is { } action
            ? int.Parse(action.AsSpan("action=".Length), CultureInfo.InvariantCulture)
            : null;
        if (bad.Options.Count == 0 && await CompilesForOldTargetAsync(id, bad))
            test.AdditionalTargets.Add(ReferenceAssemblies.NetStandard.NetStandard20);
        await test.RunAsync();
    }

    private static async Task<bool> CompilesForOldTargetAsync(string id, PageBlock block)
    {
        var test = Test(id, block);
        test.ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20;
        return !(await test.GetDiagnosticsAsync()).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static RuleTest Test(string? id, PageBlock block)
    {
        var test = new RuleTest
        {
            Id = id,
            ReferenceAssemblies = block.Options.Contains("aspnet") ? ReferenceAssemblies.Net.AspNet100
                : block.Options.Contains("netstandard2.0") ? ReferenceAssemblies.NetStandard.NetStandard20
                : block.Options.Contains("net472") ? ReferenceAssemblies.NetFramework.Net472
                : ReferenceAssemblies.Default,
        };
        test.TestState.MarkupOptions = MarkupOptions.Ignore;
        test.TestState.Sources.Add(block.Source);
        if (block.Knowledge is { } facts)
            test.TestState.AdditionalFiles.Add(("ConcurrencyKnowledge.txt", facts));
        if (block.Options.Contains("workers"))
            test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(Workers.WorkerPool).Assembly.Location));
        return test;
    }
}
