using System.Text;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>Shows where two texts differ, line by line, for people to read.</summary>
internal static class TextDifference
{
    public static string Describe(string expected, string actual)
    {
        var (left, right) = (Lines(expected), Lines(actual));
        // Longest common subsequence: test sources are small, the square table is no matter.
        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var report = new StringBuilder("  - expected, + actual\n");
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                report.Append("    ").Append(left[i++]).Append('\n');
                j++;
            }
            else if (j >= right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                report.Append("  - ").Append(left[i++]).Append('\n');
            }
            else
            {
                report.Append("  + ").Append(right[j++]).Append('\n');
            }
        }

        return report.Append("Actual text:\n").Append(actual).ToString();
    }

    // Line ends stay visible: a fix that writes the wrong one is wrong.
    private static string[] Lines(string text) => text.Replace("\r", "␍", StringComparison.Ordinal).Split('\n');
}
