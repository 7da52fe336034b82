// Two threads may compute the same text twice; it does not matter which they keep.
namespace Cases.P027;

public sealed class Slug(string title)
{
    private string? _text;
    private int[]? _codes;
    private System.Text.RegularExpressions.Regex? _words;

    public string Text => _text ??= title.ToLowerInvariant().Replace(' ', '-');

    public static string[] All(string[] titles)
    {
        var shared = new Slug(string.Join(" ", titles));
        var result = new string[titles.Length];
        Parallel.For(0, titles.Length, i => result[i] = shared.Text + shared.Codes().Length + shared.Words().Count(shared.Text));
        return result;
    }

    private int[] Codes()
    {
        if (_codes == null)
        {
            _codes = title.Select(static letter => (int)letter).ToArray();
        }

        return _codes;
    }

    private System.Text.RegularExpressions.Regex Words() => _words ??= new System.Text.RegularExpressions.Regex("[a-z]+");
}
