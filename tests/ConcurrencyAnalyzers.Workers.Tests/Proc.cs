using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>What the system knows about processes. The parts that read /proc work on Linux.</summary>
internal static class Proc
{
    public static bool Exists(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The live processes that carry a text in their environment.</summary>
    public static List<int> WithMark(string mark)
    {
        var found = new List<int>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), out var id))
                continue;
            try
            {
                if (File.ReadAllText(Path.Combine(directory, "environ")).Contains(mark, StringComparison.Ordinal))
                    found.Add(id);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone, or not ours.
            }
        }
        return found;
    }

    /// <summary>The children of this process that have ended and were not collected.</summary>
    public static int Zombies()
    {
        var count = 0;
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            try
            {
                // pid (name) state parent
                var fields = File.ReadAllText(Path.Combine(directory, "stat")).Split(") ")[^1].Split(' ');
                if (fields[0] == "Z" && fields[1] == Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    count++;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone, or not a process.
            }
        }
        return count;
    }

    /// <summary>The live children of this process.</summary>
    public static List<int> Children()
    {
        var found = new List<int>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            try
            {
                var fields = File.ReadAllText(Path.Combine(directory, "stat")).Split(") ")[^1].Split(' ');
                if (fields[0] != "Z" && fields[1] == Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    found.Add(int.Parse(Path.GetFileName(directory), null));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone, or not a process.
            }
        }
        return found;
    }

    /// <summary>The pipes and sockets that a process holds.</summary>
    public static HashSet<string> Descriptors(int processId)
    {
        var found = new HashSet<string>();
        foreach (var link in Directory.EnumerateFiles($"/proc/{processId}/fd"))
        {
            try
            {
                var target = File.ResolveLinkTarget(link, returnFinalTarget: false)?.Name ?? "";
                if (target.StartsWith("socket:", StringComparison.Ordinal) || target.StartsWith("pipe:", StringComparison.Ordinal))
                    found.Add(target);
            }
            catch (IOException)
            {
                // Closed meanwhile.
            }
        }
        return found;
    }

    /// <summary>A line of a process's maps: memory that it shares with others of this library.</summary>
    public static bool IsShared(string mapping) =>
        mapping.Contains("/memfd:cw-", StringComparison.Ordinal) || mapping.Contains("/dev/shm/cw-", StringComparison.Ordinal);

    /// <summary>Sends a signal by its name.</summary>
    public static void Signal(int processId, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, processId.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>How long each thread of a process has run so far, in nanoseconds, with its name in front of its number.</summary>
    public static Dictionary<string, long> RunTimes(int processId)
    {
        var times = new Dictionary<string, long>();
        foreach (var thread in Directory.GetDirectories($"/proc/{processId}/task"))
        {
            try
            {
                var name = File.ReadAllText(Path.Combine(thread, "comm")).Trim() + "/" + Path.GetFileName(thread);
                times[name] = long.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], null);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone.
            }
        }
        return times;
    }

    /// <summary>How often a thread of a process has waited for something so far.</summary>
    public static long Waits(int processId, string threadName)
    {
        // The first: one that has just been started still has the name of who started it.
        var thread = Directory.GetDirectories($"/proc/{processId}/task").OrderBy(static t => int.Parse(Path.GetFileName(t), null))
            .First(t => File.ReadAllText(Path.Combine(t, "comm")).Trim() == threadName);
        var line = File.ReadLines(Path.Combine(thread, "status")).Single(static l => l.StartsWith("voluntary_ctxt_switches:", StringComparison.Ordinal));
        return long.Parse(line.Split(':')[1], null);
    }

    public static int OpenFiles() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    public static int Threads() => Directory.GetDirectories("/proc/self/task").Length;
}
