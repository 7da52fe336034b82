// Render runs in a child process, so the static it increments there stays zero in the parent, which reports it. difficulty: hard
using System.Diagnostics;
using System.Text.Json;

namespace Cases.U810;

public static class WorkerProcess
{
    public static async Task<TResult> RunAsync<TArgument, TResult>(Func<TArgument, TResult> work, TArgument argument)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("--worker");
        start.ArgumentList.Add(work.Method.DeclaringType!.AssemblyQualifiedName!);
        start.ArgumentList.Add(work.Method.Name);
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(argument));
        process.StandardInput.Close();
        string answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<TResult>(answer)!;
    }
}

public static class LabelPrinter
{
    private static int s_rendered; // expect: NOT_ISOLATABLE?

    public static async Task<string> PrintAsync(IEnumerable<string> addresses)
    {
        var labels = new List<string>();
        foreach (string address in addresses)
        {
            labels.Add(await WorkerProcess.RunAsync<string, string>(Render, address)); // expect: NOT_ISOLATABLE?
        }
        return $"{s_rendered} labels\n{string.Join('\n', labels)}"; // expect: NOT_ISOLATABLE?
    }

    public static string Render(string address)
    {
        s_rendered++; // expect: NOT_ISOLATABLE?
        return $"+--\n| {address.ToUpperInvariant()}\n+--";
    }
}
