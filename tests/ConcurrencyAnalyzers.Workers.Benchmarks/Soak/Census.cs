using System.Globalization;

namespace ConcurrencyAnalyzers.Workers.Benchmarks.Soak;

/// <summary>What this process holds and which children it has, read from /proc.</summary>
internal sealed record Census(int Files, int Threads, int Children, int Zombies, long ManagedBytes, long ResidentBytes, int SharedFiles)
{
    public static Census Take()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        var (children, zombies) = CountChildren();
        return new Census(
            Descriptors().Count(),
            Directory.GetDirectories("/proc/self/task").Length,
            children,
            zombies,
            GC.GetTotalMemory(forceFullCollection: true),
            Resident(),
            Directory.GetFileSystemEntries("/dev/shm", "cw-*").Length + Directory.GetFileSystemEntries(Path.GetTempPath(), "cw-*").Length);
    }

    /// <summary>What the descriptors are, for a look at what was left over.</summary>
    public static IEnumerable<string> Describe() => Descriptors()
        .GroupBy(static t => System.Text.RegularExpressions.Regex.Replace(t, "[0-9A-Fa-f]{8,}|[0-9]+", "N"))
        .Select(static g => $"{g.Count()} {g.Key}");

    public override string ToString() =>
        $"{Files} descriptors, {Threads} threads, {Children} children, {Zombies} zombies, {ManagedBytes >> 20} MB managed, {ResidentBytes >> 20} MB resident, {SharedFiles} shared files with a name";

    // The runtime keeps the files of assemblies open, two of each; they come as code is used for the first time.
    private static IEnumerable<string> Descriptors() => Directory.GetFileSystemEntries("/proc/self/fd")
        .Select(TargetOf)
        .Where(static t => t.Length > 0 && !t.EndsWith(".dll", StringComparison.Ordinal));

    private static string TargetOf(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName ?? "";
        }
        catch (FileNotFoundException)
        {
            return ""; // that of the listing itself
        }
    }

    private static long Resident()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    private static (int Children, int Zombies) CountChildren()
    {
        var (children, zombies) = (0, 0);
        var self = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!char.IsAsciiDigit(Path.GetFileName(directory)[0]))
                continue;
            try
            {
                // pid (name) state parent
                var fields = File.ReadAllText(Path.Combine(directory, "stat")).Split(") ")[^1].Split(' ');
                if (fields[1] != self)
                    continue;
                children++;
                if (fields[0] == "Z")
                    zombies++;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone meanwhile.
            }
        }
        return (children, zombies);
    }
}
