namespace Tour;

/// <summary>Shows findings with the source they speak of.</summary>
internal sealed class FindingView(Screen screen, string root)
{
    private const int Width = 104;

    private readonly Dictionary<string, string[]> _sources = [];

    /// <summary>Shows the findings; the two findings of one pair of accesses are shown as one, from its first side.</summary>
    public void Show(IReadOnlyList<Finding> findings)
    {
        var pairs = new HashSet<string>();
        foreach (var finding in findings)
        {
            if (finding.Pair is null || finding.Others.Count == 0 || pairs.Add(finding.Rule + finding.Pair))
                Show(finding);
        }
    }

    private void Show(Finding finding)
    {
        var level = finding.Level == "note" ? screen.Cyan("suggestion") : screen.Yellow(finding.Level);
        screen.Line($"   {screen.Bold(finding.Rule)} {level}  {Name(finding.Place)}");
        foreach (var line in Wrap(finding.Message))
            screen.Line($"   {line}");
        Excerpt(finding.Place, screen.Yellow);
        foreach (var (index, other) in finding.Others.Index().Where(other => other.Item != finding.Place))
        {
            var what = !finding.Rule.StartsWith("CONC1", StringComparison.Ordinal) ? "see also" : index == 0 ? "the other side" : "on the way there";
            screen.Line(screen.Dim($"   {what}: {Name(other)}"));
            Excerpt(other, screen.Cyan);
        }

        screen.Line();
    }

    private string Name(Place place) => $"{Path.GetRelativePath(root, place.File)}:{place.Line}:{place.Column}";

    private void Excerpt(Place place, Func<string, string> paint)
    {
        var lines = Source(place.File);
        if (place.Line > lines.Length)
            return;

        var text = lines[place.Line - 1];
        var start = Math.Min(place.Column - 1, text.Length);
        var end = place.EndLine == place.Line ? Math.Min(place.EndColumn - 1, text.Length) : text.Length;
        screen.Line(screen.Dim($"   {place.Line,6} | ") + text.Replace('\t', ' '));
        screen.Line(screen.Dim("          | ") + new string(' ', start) + paint(new string('^', Math.Max(1, end - start))));
    }

    private static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }

    private string[] Source(string file)
    {
        if (!_sources.TryGetValue(file, out var lines))
            _sources[file] = lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        return lines;
    }
}
