// Double-checked initialisation done right: the table is built in a local and published complete through a volatile field. difficulty: medium
namespace Cases.U699;

public sealed record Country(string Code, string Name, string Currency);

public interface ICountryFile
{
    IEnumerable<string> Lines();
}

public sealed class CountryTable(ICountryFile file)
{
    private readonly object _gate = new();
    private volatile Dictionary<string, Country>? _byCode;

    public Country? Find(string code)
    {
        Dictionary<string, Country> table = Table();
        return table.TryGetValue(code, out Country? country) ? country : null;
    }

    public IReadOnlyList<string> CodesUsing(string currency) =>
        Table().Values
            .Where(country => country.Currency == currency)
            .Select(country => country.Code)
            .ToList();

    private Dictionary<string, Country> Table()
    {
        Dictionary<string, Country>? table = _byCode;
        if (table is null)
        {
            lock (_gate)
            {
                table = _byCode;
                if (table is null)
                {
                    table = Load();
                    _byCode = table;
                }
            }
        }
        return table;
    }

    private Dictionary<string, Country> Load()
    {
        var loaded = new Dictionary<string, Country>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in file.Lines())
        {
            string[] parts = line.Split(';');
            if (parts.Length == 3)
            {
                loaded[parts[0]] = new Country(parts[0], parts[1], parts[2]);
            }
        }
        return loaded;
    }
}
