// Every row is awaited before the next one is read: the counters are changed by one flow at a time. difficulty: easy
namespace Cases.U753;

public sealed record MeterRow(string Meter, DateOnly Day, decimal KilowattHours);

public interface IMeterStore
{
    Task<bool> SaveAsync(MeterRow row);
}

public sealed class MeterImport
{
    private readonly IMeterStore _store;
    private readonly List<string> _rejected = [];
    private decimal _total;
    private int _saved;

    private MeterImport(IMeterStore store) => _store = store;

    public static async Task<string> RunAsync(IAsyncEnumerable<string> lines, IMeterStore store)
    {
        var import = new MeterImport(store);
        await foreach (var line in lines.ConfigureAwait(false))
        {
            await import.HandleAsync(line).ConfigureAwait(false);
        }
        return $"{import._saved} rows, {import._total} kWh, {import._rejected.Count} rejected";
    }

    private async Task HandleAsync(string line)
    {
        var row = Parse(line);
        if (row == null)
        {
            _rejected.Add(line);
            return;
        }
        if (await _store.SaveAsync(row).ConfigureAwait(false))
        {
            _saved++;
            _total += row.KilowattHours;
        }
    }

    private static MeterRow? Parse(string line)
    {
        var cells = line.Split(';');
        return cells.Length == 3
            && DateOnly.TryParse(cells[1], out var day)
            && decimal.TryParse(cells[2], out decimal kilowattHours)
            ? new MeterRow(cells[0], day, kilowattHours)
            : null;
    }
}
