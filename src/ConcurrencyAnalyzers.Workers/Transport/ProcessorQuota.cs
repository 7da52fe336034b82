using System.Globalization;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// How many cores this process has in full. The runtime rounds a container's share up: of one core and a half it makes two, and a
/// thread that waits awake on the second spends what the others need.
/// </summary>
internal static class ProcessorQuota
{
    /// <summary>At least 1.</summary>
    public static int WholeCores() => !OperatingSystem.IsLinux() || Environment.ProcessorCount == 1
        ? Environment.ProcessorCount
        : WholeCores(Environment.ProcessorCount, TryRead("/proc/self/cgroup") ?? "", static path => TryRead("/sys/fs/cgroup" + path));

    /// <param name="cores">What the runtime counts.</param>
    /// <param name="groups">The control groups of the process, as the system lists them.</param>
    /// <param name="tryRead">Gives what a file of a control group says.</param>
    public static int WholeCores(int cores, string groups, Func<string, string?> tryRead)
    {
        foreach (var line in groups.Split('\n'))
        {
            if (line.Split(':', 3) is not [_, var controllers, var path])
                continue;
            // The limit of a group holds for all in it. In a container, what is seen as the root may be the group itself.
            for (var group = path.TrimEnd('/'); ; group = group[..group.LastIndexOf('/')])
            {
                if (controllers.Length == 0)
                    Limit(ref cores, tryRead(group + "/cpu.max")?.Split(' '));
                else if (controllers.Split(',').Contains("cpu"))
                    Limit(ref cores, [Old(controllers, group, "cpu.cfs_quota_us"), Old(controllers, group, "cpu.cfs_period_us")]);
                if (group.LastIndexOf('/') < 0)
                    break;
            }
        }
        return cores;

        string? Old(string controllers, string group, string file) => tryRead($"/{controllers}{group}/{file}") ?? tryRead($"/cpu{group}/{file}");
    }

    private static void Limit(ref int cores, string?[]? share)
    {
        if (share is [var quota, var period]
            && long.TryParse(quota?.TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && long.TryParse(period?.TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole > 0)
        {
            cores = (int)Math.Clamp(time / whole, 1, cores);
        }
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
