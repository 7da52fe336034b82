// One SlugFormatter instance is shared by all PLINQ workers, and it builds its result in a StringBuilder field. difficulty: hard
using System.Text;

namespace Cases.U823;

public interface IFieldFormatter
{
    string Format(string value);
}

public sealed class TrimFormatter : IFieldFormatter
{
    public string Format(string value) => value.Trim();
}

public sealed class SlugFormatter : IFieldFormatter
{
    private readonly StringBuilder _scratch = new();

    public string Format(string value)
    {
        _scratch.Clear(); // expect: RACE#1
        foreach (var c in value)
        {
            _scratch.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'); // expect: RACE#1
        }
        return _scratch.ToString(); // expect: RACE#1
    }
}

public sealed class CsvExporter
{
    private readonly IFieldFormatter[] _columns = [new TrimFormatter(), new SlugFormatter()];

    public void Export(IEnumerable<string[]> rows, TextWriter output)
    {
        var lines = rows
            .AsParallel()
            .AsOrdered()
            .Select(ToLine); // expect: RACE#1
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }
    }

    private string ToLine(string[] row)
    {
        var cells = new string[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            cells[i] = i < _columns.Length ? _columns[i].Format(row[i]) : row[i]; // expect: RACE#1
        }
        return string.Join(',', cells);
    }
}
