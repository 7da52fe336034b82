// Maps rows of several tables to objects and keeps one column map per object type.
namespace Cases.U1570;

public sealed class Row(Dictionary<string, string> cells)
{
    public string this[string column] => cells.GetValueOrDefault(column, "");
}

public static class ColumnMap<T>
{
    private static readonly Dictionary<string, Action<T, string>> s_setters = [];

    public static Action<T, string> SetterOf(string column)
    {
        if (s_setters.TryGetValue(column, out var setter)) // expect: RACE?, CHECK_THEN_ACT?, LAZY_INIT?
        {
            return setter;
        }
        setter = Build(column);
        s_setters[column] = setter; // expect: RACE, CHECK_THEN_ACT?, LAZY_INIT?
        return setter;
    }

    private static Action<T, string> Build(string column)
    {
        var property = typeof(T).GetProperty(column)
            ?? throw new ArgumentException($"no property {column}");
        return (target, text) => property.SetValue(target, text);
    }
}

public sealed class TableMapper<T>(string[] columns)
    where T : new()
{
    public T[] Map(IReadOnlyList<Row> rows)
    {
        var result = new T[rows.Count];
        Parallel.For(0, rows.Count, i => result[i] = MapOne(rows[i]));
        return result;
    }

    private T MapOne(Row row)
    {
        var target = new T();
        foreach (var column in columns)
        {
            ColumnMap<T>.SetterOf(column)(target, row[column]);
        }
        return target;
    }
}

public sealed class Customer
{
    public string Name { get; set; } = "";

    public string City { get; set; } = "";
}

public static class CustomerImport
{
    public static int CountCities(IReadOnlyList<Row> rows) =>
        new TableMapper<Customer>(["Name", "City"]).Map(rows).Select(c => c.City).Distinct().Count();
}
