namespace Blind.C1234;

public static class SqlStates
{
    private static readonly object Gate = new();
    private static volatile Dictionary<string, string>? s_texts;
    private static readonly Dictionary<string, bool> Transient = LoadTransient();

    public static string Get(string state)
    {
        var texts = s_texts;
        if (texts == null)
        {
            lock (Gate)
            {
                texts = s_texts;
                if (texts == null)
                {
                    texts = new Dictionary<string, string>();
                    foreach (var line in Resource.Split(';'))
                    {
                        var parts = line.Split('=');
                        texts.Add(parts[0], parts[1]);
                    }

                    s_texts = texts;
                }
            }
        }

        return texts.TryGetValue(state, out var text) ? text : "state " + state;
    }

    public static bool IsTransient(string state) => Transient.GetValueOrDefault(state);

    private static Dictionary<string, bool> LoadTransient()
    {
        var result = new Dictionary<string, bool>();
        foreach (var state in new[] { "40001", "40P01", "57P03" })
        {
            result[state] = true;
        }

        return result;
    }

    private const string Resource = "40001=serialization failure;40P01=deadlock detected;23505=unique violation";
}

public static class Program
{
    public static async Task Main()
    {
        string[] states = ["40001", "23505", "40001", "99999"];
        var texts = await Task.WhenAll(states.Select(s => Task.Run(() => SqlStates.Get(s) + SqlStates.IsTransient(s))));
        foreach (var text in texts)
        {
            Console.WriteLine(text);
        }
    }
}
