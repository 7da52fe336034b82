// Two implementations run at once through the interface, and both append to the one StringBuilder they were given. difficulty: hard
using System.Text;

namespace Cases.U515;

public interface IExporter
{
    void Export(int year);
}

public sealed class CsvExporter(StringBuilder log) : IExporter
{
    public void Export(int year)
    {
        File.WriteAllText($"{year}.csv", "id;amount");
        log.AppendLine($"csv {year}"); // expect: RACE
    }
}

public sealed class JsonExporter(StringBuilder log) : IExporter
{
    public void Export(int year)
    {
        File.WriteAllText($"{year}.json", "[]");
        log.AppendLine($"json {year}"); // expect: RACE
    }
}

public static class YearEnd
{
    public static string Run(int year)
    {
        var log = new StringBuilder();
        IExporter[] exporters = [new CsvExporter(log), new JsonExporter(log)];
        var tasks = exporters.Select(e => Task.Run(() => e.Export(year))).ToArray();
        Task.WaitAll(tasks);
        return log.ToString();
    }
}
