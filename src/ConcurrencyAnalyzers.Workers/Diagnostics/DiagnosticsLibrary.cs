using System.Runtime.CompilerServices;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// Whether the base library's part for traces and metrics is loaded. As long as it is not, nobody in this process can listen, and
/// there is no current activity: to ask it would be what loads it, which takes a good part of a first call.
/// </summary>
internal static class DiagnosticsLibrary
{
    private const string Name = "System.Diagnostics.DiagnosticSource,";

    // Compiled ahead of time, it is a part of the program.
    private static volatile bool s_isLoaded = !RuntimeFeature.IsDynamicCodeSupported;

    static DiagnosticsLibrary()
    {
        if (s_isLoaded)
            return;
        AppDomain.CurrentDomain.AssemblyLoad += Note; // first, so that none is missed
        if (Array.Exists(AppDomain.CurrentDomain.GetAssemblies(), static a => Is(a.FullName)))
            s_isLoaded = true;
    }

    public static bool IsLoaded => s_isLoaded;

    private static void Note(object? sender, AssemblyLoadEventArgs e)
    {
        if (!Is(e.LoadedAssembly.FullName))
            return;
        s_isLoaded = true;
        AppDomain.CurrentDomain.AssemblyLoad -= Note;
    }

    private static bool Is(string? name) => name is not null && name.StartsWith(Name, StringComparison.Ordinal);
}
