// Two locked regions, but the second one re-checks the version that the first one saw and only then stores the result. difficulty: hard
namespace Cases.U650;

public sealed record SaleRow(string Article, int Quantity);

public sealed record SalesSummary(int Version, IReadOnlyDictionary<string, int> Totals);

public sealed class SalesSheet
{
    private readonly object _gate = new();
    private readonly List<SaleRow> _rows = [];
    private int _version;
    private SalesSummary? _summary;

    public void Add(SaleRow row)
    {
        lock (_gate)
        {
            _rows.Add(row);
            _version++;
            _summary = null;
        }
    }

    public SalesSummary Summarise()
    {
        while (true)
        {
            SaleRow[] rows;
            int version;
            lock (_gate)
            {
                if (_summary != null)
                {
                    return _summary;
                }
                rows = _rows.ToArray();
                version = _version;
            }

            var computed = new SalesSummary(version, Total(rows));

            lock (_gate)
            {
                if (_version == version)
                {
                    _summary ??= computed;
                    return _summary;
                }
            }
        }
    }

    private static Dictionary<string, int> Total(SaleRow[] rows) =>
        rows.GroupBy(row => row.Article).ToDictionary(group => group.Key, group => group.Sum(row => row.Quantity));
}

public static class TillRun
{
    public static SalesSummary Run(IEnumerable<SaleRow> rows)
    {
        var sheet = new SalesSheet();
        Parallel.ForEach(rows, row =>
        {
            sheet.Add(row);
            if (row.Quantity > 100)
            {
                sheet.Summarise();
            }
        });
        return sheet.Summarise();
    }
}
