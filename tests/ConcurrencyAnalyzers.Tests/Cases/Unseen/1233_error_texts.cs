namespace Blind.C1233;

public static class ErrorTexts
{
    private static readonly object Gate = new();
    private static Dictionary<int, string>? s_texts;

    public static string Get(int code)
    {
        if (s_texts == null) // expect: LAZY_INIT#1
        {
            lock (Gate)
            {
                if (s_texts == null)
                {
                    s_texts = new Dictionary<int, string>(); // expect: LAZY_INIT#1
                    foreach (var line in Resource.Split(';'))
                    {
                        var parts = line.Split('=');
                        s_texts.Add(int.Parse(parts[0]), parts[1]); // expect: LAZY_INIT#1
                    }
                }
            }
        }

        return s_texts.TryGetValue(code, out var text) ? text : "error " + code; // expect: LAZY_INIT#1
    }

    private const string Resource = "1205=deadlock victim;2627=duplicate key;4060=cannot open database";
}

public sealed class CommandRunner
{
    public async Task<string[]> RunAllAsync(IEnumerable<int> failures)
    {
        return await Task.WhenAll(failures.Select(f => Task.Run(() => ErrorTexts.Get(f))));
    }
}

public static class Program
{
    public static async Task Main()
    {
        foreach (var text in await new CommandRunner().RunAllAsync([1205, 2627, 9, 4060, 1205]))
        {
            Console.WriteLine(text);
        }
    }
}
