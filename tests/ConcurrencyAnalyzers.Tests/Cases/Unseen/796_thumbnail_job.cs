// The converter process is started in a helper that does not wait, and the caller reads its output file at once. difficulty: medium
using System.Diagnostics;

namespace Cases.U796;

public sealed class ThumbnailJob(string converter)
{
    public long Render(string image, int width, string target)
    {
        var start = new ProcessStartInfo(converter) { UseShellExecute = false };
        start.ArgumentList.Add(image);
        start.ArgumentList.Add($"--width={width}");
        start.ArgumentList.Add(target);
        Launch(start);
        return new FileInfo(target).Length;
    }

    private static void Launch(ProcessStartInfo start)
    {
        using Process? process = Process.Start(start); // expect: MISSING_JOIN?
        if (process == null)
        {
            throw new InvalidOperationException($"{start.FileName} did not start.");
        }
        Console.WriteLine($"{start.FileName} runs as {process.Id}");
    }
}
