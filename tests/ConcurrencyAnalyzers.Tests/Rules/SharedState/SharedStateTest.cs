using ConcurrencyAnalyzers.Rules.SharedState;
using ConcurrencyAnalyzers.Testing;

namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

/// <summary>Runs all rules about shared state; markup names the findings expected, of whichever rule.</summary>
internal static class SharedStateTest
{
    public static async Task VerifyAsync(string source)
    {
        await CSharpAnalyzerVerifier<UnsynchronizedAccess>.VerifyAnalyzerAsync(Keep(source, "CONC1001"));
        await CSharpAnalyzerVerifier<InconsistentLock>.VerifyAnalyzerAsync(Keep(source, "CONC1002"));
        await CSharpAnalyzerVerifier<NonAtomicUpdate>.VerifyAnalyzerAsync(Keep(source, "CONC1003"));
    }

    private static string Keep(string source, string id) =>
        System.Text.RegularExpressions.Regex.Replace(source, @"\{\|(CONC\d+):(.*?)\|\}", match => match.Groups[1].Value == id ? match.Value : match.Groups[2].Value);
}
