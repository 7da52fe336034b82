using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Host;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>
/// How a second process gets the same assemblies and the same runtime as this one without running the user's
/// Main. With a dotnet host and files on disk: <c>dotnet exec</c> of this assembly with the program's own
/// dependency and runtime files, which also holds inside test hosts. Without (single-file programs): the program
/// again, with this assembly as its startup hook. Compiled ahead of time: the program again, which begins with <see cref="WorkerProgram"/>.
/// </summary>
internal sealed class LaunchPlan
{
    private readonly string _program;
    private readonly string[] _arguments;
    private readonly bool _asStartupHook;

    private LaunchPlan(string program, string[] arguments, bool asStartupHook)
    {
        _program = program;
        _arguments = arguments;
        _asStartupHook = asStartupHook;
    }

    public static LaunchPlan Current { get; } = Create();

    public string Description => string.Join(' ', [_program, .. _arguments]) + (_asStartupHook ? " (with a startup hook)" : "");

    /// <summary>Throws <see cref="WorkerStartException"/> where no worker can be started, with the reason.</summary>
    public ProcessStartInfo NewStartInfo()
    {
        if (_program.Length == 0)
            throw new WorkerStartException("The path of this program is unknown, so no worker process can be started from it.");
        // Marked as a worker and yet not one: the runtime passed over our start-up code and runs the user's Main.
        if (Environment.GetEnvironmentVariable(WorkerHost.Marker) is not null && !WorkerContext.IsWorker)
            throw new WorkerStartException("This process was started as a worker and runs the program's Main instead; it must not start workers in turn.");
        if (!RuntimeFeature.IsDynamicCodeSupported && !WorkerProgram.IsPresent)
        {
            throw new WorkerStartException(
                "This program was compiled ahead of time and does not begin with WorkerProgram.Start(), so it cannot be started a second time as a " +
                "worker. The package's build files see to it when PublishAot is set in the project of the program; call it first thing in Main otherwise.");
        }
        if (_asStartupHook && AppContext.TryGetSwitch("System.StartupHookProvider.IsSupported", out var supported) && !supported)
        {
            throw new WorkerStartException(
                "This program was published without support for startup hooks (trimmed), so it cannot be " +
                "started a second time as a worker. Publish untrimmed, or set StartupHookSupport to true in the project.");
        }
        var info = new ProcessStartInfo(_program);
        foreach (var argument in _arguments)
            info.ArgumentList.Add(argument);
        ChildEnvironment.Prepare(info.Environment, _asStartupHook);
        return info;
    }

    private static LaunchPlan Create()
    {
        var library = PathOf(typeof(LaunchPlan).Assembly);
        if (library.Length > 0 && DotnetHost.Find() is { } host)
            return new LaunchPlan(host, ExecArguments(library), asStartupHook: false);
        var program = Environment.ProcessPath ?? "";
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return new LaunchPlan(program, [], asStartupHook: false);
        var runsThroughHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] arguments = runsThroughHost && Assembly.GetEntryAssembly() is { } entry ? ExecArguments(PathOf(entry)) : [];
        return new LaunchPlan(program, arguments, asStartupHook: true);
    }

    private static string[] ExecArguments(string library)
    {
        var arguments = new List<string> { "exec" };
        var dependencies = (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';')[0];
        if (File.Exists(dependencies))
            arguments.AddRange(["--depsfile", dependencies]);
        var runtimeConfig = RuntimeConfig(dependencies);
        if (runtimeConfig is not null)
            arguments.AddRange(["--runtimeconfig", runtimeConfig]);
        // What follows is for people who read a list of processes.
        arguments.AddRange([library, "worker-of", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        return [.. arguments];
    }

    // It stands beside the dependency file, or, when the build makes none, beside the entry assembly.
    private static string? RuntimeConfig(string dependencies)
    {
        const string DepsEnding = ".deps.json", ConfigEnding = ".runtimeconfig.json";
        var entry = Assembly.GetEntryAssembly()?.GetName().Name;
        string[] candidates =
        [
            dependencies.EndsWith(DepsEnding, StringComparison.OrdinalIgnoreCase) ? dependencies[..^DepsEnding.Length] + ConfigEnding : "",
            Path.Combine(AppContext.BaseDirectory, entry + ConfigEnding),
        ];
        return Array.Find(candidates, File.Exists);
    }

#pragma warning disable IL3000 // An empty path is the answer wanted from a single-file program.
    private static string PathOf(Assembly assembly) => assembly.Location;
#pragma warning restore IL3000
}
