namespace Tour;

/// <summary>The difference of two texts, line by line, in hunks with a little context.</summary>
internal static class LineDiff
{
    private const int Context = 2;

    /// <summary>Lines that begin with '-', '+' or ' ', and "@@" between hunks; empty when the texts are the same.</summary>
    public static IEnumerable<string> Of(string before, string after)
    {
        var edits = Edits(before.ReplaceLineEndings("\n").Split('\n'), after.ReplaceLineEndings("\n").Split('\n'));
        var last = -1;
        for (var i = 0; i < edits.Count; i++)
        {
            var near = Enumerable.Range(Math.Max(0, i - Context), Math.Min(edits.Count, i + Context + 1) - Math.Max(0, i - Context));
            if (near.All(at => edits[at][0] == ' '))
                continue;

            if (last >= 0 && i > last + 1)
                yield return "@@";
            yield return edits[i];
            last = i;
        }
    }

    // The longest common subsequence by the textbook table: samples are a few dozen lines.
    private static List<string> Edits(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var edits = new List<string>();
        var (left, right) = (0, 0);
        while (left < before.Length || right < after.Length)
        {
            if (left < before.Length && right < after.Length && before[left] == after[right])
            {
                edits.Add(" " + before[left++]);
                right++;
            }
            else if (left < before.Length && (right == after.Length || common[left + 1, right] >= common[left, right + 1]))
                edits.Add("-" + before[left++]);
            else
                edits.Add("+" + after[right++]);
        }

        return edits;
    }
}
