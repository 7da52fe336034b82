// Ctrl+C comes on a thread of its own.
namespace Cases.F042;

public static class Tool
{
    private static readonly List<string> s_open = [];

    public static void Run(IEnumerable<string> files)
    {
        Console.CancelKeyPress += (_, e) =>
        {
            foreach (var file in s_open) // expect: RACE
                File.Delete(file);
            e.Cancel = true;
        };
        foreach (var file in files)
        {
            s_open.Add(file); // expect: RACE
            File.WriteAllText(file, "");
        }
    }
}
