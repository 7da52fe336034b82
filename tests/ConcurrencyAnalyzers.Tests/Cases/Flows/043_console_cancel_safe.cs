// The handler only sets a flag.
namespace Cases.F043;

public static class Tool
{
    private static volatile bool s_stop;

    public static void Run(IEnumerable<string> files)
    {
        var stopping = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            s_stop = true;
            stopping.Cancel();
            e.Cancel = true;
        };
        var done = new List<string>();
        foreach (var file in files)
        {
            if (s_stop || stopping.IsCancellationRequested)
                break;
            File.WriteAllText(file, "");
            done.Add(file);
        }
    }
}
