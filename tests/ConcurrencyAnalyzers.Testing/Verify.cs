namespace ConcurrencyAnalyzers.Testing;

/// <summary>
/// Short forms of <see cref="RuleTest"/>. Mark findings with <c>{|CONC1001:…|}</c>, or with <c>[|…|]</c> where the rule is given as <c>id</c>.
/// </summary>
public static class Verify
{
    /// <summary>All our rules together report exactly what is marked and what is listed.</summary>
    public static Task AnalyzerAsync(string source, params DiagnosticResult[] expected) => AnalyzerAsync(source, null, expected);

    /// <inheritdoc cref="AnalyzerAsync(string, DiagnosticResult[])"/>
    public static Task AnalyzerAsync(string source, string? id, params DiagnosticResult[] expected)
    {
        var test = new RuleTest { TestCode = source, Id = id };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>The source compiles and none of our rules says anything.</summary>
    public static Task SilentAsync(string source)
    {
        var test = new RuleTest();
        test.TestState.MarkupOptions = MarkupOptions.Ignore;
        test.TestState.Sources.Add(source);
        return test.RunAsync();
    }

    /// <summary>
    /// As <see cref="AnalyzerAsync(string, DiagnosticResult[])"/>, and the fix of the marked rule gives the fixed source:
    /// one by one, for all in document, project and solution, and as <c>dotnet format</c> does it, with both kinds of line
    /// endings. The fixed source is analysed too: what remains must be marked in it.
    /// </summary>
    /// <param name="source">The input with its findings marked.</param>
    /// <param name="fixedSource">After the fix; equal to the input where no fix is offered.</param>
    /// <param name="batchFixedSource">After fix-all, where that differs from the fixes one by one.</param>
    /// <param name="id">The rule that is fixed, where the markup names several or none.</param>
    /// <param name="action">Which of the offered actions.</param>
    /// <param name="title">The title that the action must have.</param>
    /// <param name="multiTarget">Compile the file for netstandard2.0 too; both targets must get the same text.</param>
    public static Task FixAsync(
        string source, string fixedSource, string? batchFixedSource = null, string? id = null, int? action = null, string? title = null, bool multiTarget = false)
    {
        var test = new RuleTest
        {
            TestCode = source,
            FixedCode = fixedSource,
            BatchFixedCode = batchFixedSource,
            Id = id,
            CodeActionIndex = action,
            CodeActionTitle = title,
            LineEndings = LineEnding.Both,
        };
        if (multiTarget)
            test.AdditionalTargets.Add(ReferenceAssemblies.NetStandard.NetStandard20);
        return test.RunAsync();
    }
}
