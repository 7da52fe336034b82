// The buffer that should be per thread is one for all.
using System.Text;

namespace Cases.S051;

public sealed class Slugger
{
    private static readonly StringBuilder s_buffer = new();

    public string[] MakeAll(string[] titles)
    {
        var slugs = new string[titles.Length];
        Parallel.For(0, titles.Length, i => slugs[i] = Make(titles[i]));
        return slugs;
    }

    private static string Make(string title)
    {
        s_buffer.Clear(); // expect: RACE#1
        foreach (char c in title)
        {
            s_buffer.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'); // expect: RACE#1
        }

        return s_buffer.ToString(); // expect: RACE#1
    }
}
