// Each thread owns the writer that was built for it before the start; the builders are read after every thread was joined. difficulty: easy
using System.Text;

namespace Cases.U302;

public sealed class SectionWriter
{
    private readonly StringBuilder _text = new();
    private readonly Thread _thread;

    public SectionWriter(string title, IReadOnlyList<string> lines)
    {
        _text.AppendLine(title);
        _thread = new Thread(() =>
        {
            foreach (var line in lines)
            {
                _text.Append("  ").AppendLine(line);
            }
        });
    }

    public void Start() => _thread.Start();

    public string Finish()
    {
        _thread.Join();
        return _text.ToString();
    }
}

public static class YearlyReport
{
    public static string Compose(IReadOnlyDictionary<string, IReadOnlyList<string>> sections)
    {
        var writers = sections.Select(section => new SectionWriter(section.Key, section.Value)).ToList();
        foreach (var writer in writers)
        {
            writer.Start();
        }
        return string.Concat(writers.Select(writer => writer.Finish()));
    }
}
