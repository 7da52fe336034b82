using ConcurrencyAnalyzers.Rules.CpuBound;

namespace ConcurrencyAnalyzers.Tests.Rules.CpuBound;

/// <summary>Cases of CONC4001: members of one class, the call that hands the work over marked.</summary>
internal static class CpuCase
{
    public const string IsPrime = """
        static bool IsPrime(int n)
        {
            for (int d = 2; d * d <= n; d++)
                if (n % d == 0)
                    return false;
            return true;
        }
        """;

    /// <summary>Our rule alone reports exactly what is marked; other rules have their own tests.</summary>
    public static Task Is(string members) =>
        CSharpAnalyzerVerifier<CpuHeavyWork>.VerifyAnalyzerAsync("using System.Collections.Concurrent;\nusing System.Security.Cryptography;\nusing System.Text;\nclass C\n{\n" + members + "\n}");
}
