// Every exporter gets a StringBuilder of its own; they are put together after WaitAll. difficulty: hard
using System.Text;

namespace Cases.U516;

public interface IExporter
{
    void Export(int year);
}

public sealed class CsvExporter(StringBuilder log) : IExporter
{
    public void Export(int year) => log.AppendLine($"csv {year}");
}

public sealed class JsonExporter(StringBuilder log) : IExporter
{
    public void Export(int year) => log.AppendLine($"json {year}");
}

public static class YearEnd
{
    public static string Run(int year)
    {
        var csvLog = new StringBuilder();
        var jsonLog = new StringBuilder();
        IExporter[] exporters = [new CsvExporter(csvLog), new JsonExporter(jsonLog)];
        var tasks = exporters.Select(e => Task.Run(() => e.Export(year))).ToArray();
        Task.WaitAll(tasks);
        return csvLog.Append(jsonLog).ToString();
    }
}
