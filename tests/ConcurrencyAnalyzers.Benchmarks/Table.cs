namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>Rows of text in columns: the first to the left, numbers to the right.</summary>
internal sealed class Table(string title, params string[] heads)
{
    private readonly List<string[]> _rows = [heads];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter output)
    {
        var widths = heads.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        output.WriteLine();
        output.WriteLine(title);
        foreach (var row in _rows)
            output.WriteLine("  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
    }
}
