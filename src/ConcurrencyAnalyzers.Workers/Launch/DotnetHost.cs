namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>Finds the <c>dotnet</c> program that belongs to the runtime of this process.</summary>
internal static class DotnetHost
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary><see langword="null"/> when there is none, as in a self-contained program.</summary>
    public static string? Find()
    {
        string?[] candidates = [BesideRuntime(), Environment.ProcessPath, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")];
        return Array.Find(candidates, IsHost);
    }

    private static bool IsHost(string? path) =>
        path is not null && Path.GetFileName(path).Equals(FileName, StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
    private static string? BesideRuntime()
    {
        var directory = Path.GetDirectoryName(CoreLibrary());
        for (var i = 0; i < 3 && directory is not null; i++)
            directory = Path.GetDirectoryName(directory);
        return directory is null ? null : Path.Combine(directory, FileName);
    }

#pragma warning disable IL3000 // Empty in a single-file program, and then there is no shared runtime either.
    private static string CoreLibrary() => typeof(object).Assembly.Location;
#pragma warning restore IL3000
}
