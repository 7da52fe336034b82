// Double-checked: the volatile static is assigned only after the dictionary was filled through a local, and never changes again. difficulty: medium
namespace Cases.U356;

public static class CurrencyCodes
{
    private static readonly object s_gate = new();
    private static volatile Dictionary<string, int>? s_numeric;
    private static int s_loads;

    public static int NumericOf(string code) => Table().GetValueOrDefault(code, -1);

    public static int Loads
    {
        get
        {
            lock (s_gate)
            {
                return s_loads;
            }
        }
    }

    private static Dictionary<string, int> Table()
    {
        var table = s_numeric;
        if (table != null)
        {
            return table;
        }
        lock (s_gate)
        {
            table = s_numeric;
            if (table == null)
            {
                table = new Dictionary<string, int>(StringComparer.Ordinal)
                {
                    ["EUR"] = 978,
                    ["USD"] = 840,
                };
                table["JPY"] = 392;
                s_loads++;
                s_numeric = table;
            }
            return table;
        }
    }
}
