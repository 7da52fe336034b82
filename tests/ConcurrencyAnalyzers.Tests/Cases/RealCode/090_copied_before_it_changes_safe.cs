// What is handed out is noted, and whoever wants to change it makes a copy first.
namespace Cases.R090;

public static class Settings
{
    private static readonly object s_gate = new();
    private static Dictionary<string, string> s_values = new();
    private static Dictionary<string, string>? s_handedOut;

    public static void Set(string name, string value)
    {
        lock (s_gate)
            Writable()[name] = value;
    }

    public static void Remove(string name)
    {
        lock (s_gate)
        {
            if (s_values.ContainsKey(name))
                Writable().Remove(name);
        }
    }

    public static IReadOnlyDictionary<string, string> All()
    {
        var all = s_handedOut;
        if (all is null)
        {
            lock (s_gate)
                all = s_handedOut = s_values;
        }

        return all;
    }

    private static Dictionary<string, string> Writable()
    {
        if (s_handedOut != null)
        {
            s_values = new Dictionary<string, string>(s_values);
            s_handedOut = null;
        }

        return s_values;
    }
}
