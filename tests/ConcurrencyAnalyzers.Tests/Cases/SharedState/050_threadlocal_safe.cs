// Scratch state per thread: a [ThreadStatic] buffer and a ThreadLocal counter whose values are summed at the end.
using System.Text;

namespace Cases.S050;

public sealed class Slugger
{
    [ThreadStatic]
    private static StringBuilder? t_buffer;

    private readonly ThreadLocal<int> _made = new(() => 0, trackAllValues: true);

    public int MakeAll(string[] titles)
    {
        var slugs = new string[titles.Length];
        Parallel.For(0, titles.Length, i => slugs[i] = Make(titles[i]));
        return _made.Values.Sum();
    }

    private string Make(string title)
    {
        var buffer = t_buffer ??= new StringBuilder();
        buffer.Clear();
        foreach (char c in title)
        {
            buffer.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        _made.Value++;
        return buffer.ToString();
    }
}
