// Each task fills its own report; nobody shares one.
namespace Cases.P032;

public sealed class Report
{
    private List<string>? _lines;

    public int Count => _lines?.Count ?? 0;

    public void Add(string line)
    {
        _lines ??= new List<string>();
        _lines.Add(line);
    }

    public static async Task<int[]> WriteAsync(string[] names) =>
        await Task.WhenAll(names.Select(name => Task.Run(() =>
        {
            var report = new Report();
            report.Add(name);
            report.Add("end");
            return report.Count;
        })));
}
