using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Tests.Fixes;

/// <summary>Short forms for the fixes' tests: both line endings, fix-all in all scopes, the way of <c>dotnet format</c>, idempotence.</summary>
public abstract class FixTest<TRule, TFix>
    where TRule : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    protected static CSharpCodeFixTest<TRule, TFix> Test(string source, string fixedSource) => new()
    {
        TestCode = source,
        FixedCode = fixedSource,
        LineEndings = LineEnding.Both,
    };

    protected static Task Fixes(string source, string fixedSource) => Test(source, fixedSource).RunAsync();

    /// <summary>Nothing is offered.</summary>
    protected static Task Declines(string source) => Test(source, source).RunAsync();
}
