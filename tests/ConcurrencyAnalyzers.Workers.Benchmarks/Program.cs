using System.Diagnostics;
using System.Globalization;
using ConcurrencyAnalyzers.Workers.Benchmarks;
using ConcurrencyAnalyzers.Workers.Benchmarks.Soak;

string[] allGroups = ["start", "recover", "memory", "trip", "submit", "map", "payload", "cpu", "ratios"];

switch (args)
{
    case ["ours", .. var groups]:
        await OursSystem.RunAsync([.. groups]);
        return 0;
    case ["raw", .. var groups]:
        RawSystem.Run([.. groups]);
        return 0;
    case ["raw-peer", var input, var output, var path]:
        RawSystem.Answer(input, output, path);
        return 0;
    case ["fuzz", .. var numbers]:
        return Fuzz(numbers.Length > 0 ? long.Parse(numbers[0], CultureInfo.InvariantCulture) : 10_000_000, numbers.Length > 1 ? int.Parse(numbers[1], CultureInfo.InvariantCulture) : 1);
    case ["orphans", .. var numbers]:
        return await OrphanTrials.RunAsync(numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : 200);
    case ["orphan-parent", var kind]:
        await OrphanTrials.HoldAsync(kind);
        return 0;
    case ["kills", .. var numbers]:
        return await new KillTrials(
            numbers.Length > 0 ? long.Parse(numbers[0], CultureInfo.InvariantCulture) : 10_000,
            numbers.Length > 1 ? int.Parse(numbers[1], CultureInfo.InvariantCulture) : 1).RunAsync();
    case ["pools", .. var numbers]:
        return await PoolTrials.RunAsync(numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : 1000);
    case ["soak", var minutes, .. var more]:
        return await new SoakRun(
            TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)),
            more is [var seed] ? int.Parse(seed, CultureInfo.InvariantCulture) : Random.Shared.Next()).RunAsync();
}

var rounds = 5;
var chosen = new List<string>();
var systems = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--rounds" && i + 1 < args.Length)
        rounds = int.Parse(args[++i], CultureInfo.InvariantCulture);
    else if (args[i] == "--only" && i + 1 < args.Length)
        chosen.AddRange(args[++i].Split(','));
    else if (args[i] == "--systems" && i + 1 < args.Length)
        systems.AddRange(args[++i].Split(','));
    else
    {
        Console.Error.WriteLine($"Usage: [--rounds N] [--only {string.Join(',', allGroups)}] [--systems ours,executor,pool,raw] | fuzz [FRAMES [SEED]] | soak MINUTES [SEED] | orphans [TRIALS] | kills [COUNT [SEED]] | pools [COUNT]");
        return 1;
    }
}
if (chosen.Count == 0)
    chosen.AddRange(allGroups);
if (systems.Count == 0)
    systems.AddRange(["ours", "executor", "pool", "raw"]);

var all = new List<Dictionary<(string, string), double>>();
for (var round = 0; round < rounds; round++)
{
    var figures = new Dictionary<(string, string), double>();
    all.Add(figures);
    foreach (var system in systems.OrderBy(_ => Random.Shared.Next()).ToArray())
    {
        var script = Path.Combine(AppContext.BaseDirectory, "python_pools.py");
        var info = system is "ours" or "raw"
            ? new ProcessStartInfo(Environment.ProcessPath!, [system, .. chosen])
            : new ProcessStartInfo("python3", [script, system, .. chosen]);
        info.RedirectStandardOutput = true;
        using var process = Process.Start(info)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is [var name, var value] && double.TryParse(value, CultureInfo.InvariantCulture, out var number))
                figures[(system, name)] = number;
        }
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            Console.Error.WriteLine($"{system} ended with exit code {process.ExitCode}.");
            return 1;
        }
        Console.WriteLine($"round {round + 1} {system}: " + string.Join(", ", figures.Where(f => f.Key.Item1 == system)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key.Item2} {f.Value:G4}"))));
    }
}
Table.Print(all);
return 0;

static int Fuzz(long frames, int seed)
{
    using var fuzz = new FrameFuzz(seed);
    const long Step = 500_000;
    for (var done = 0L; done < frames; done += Step)
    {
        var start = Stopwatch.GetTimestamp();
        fuzz.Run(Math.Min(Step, frames - done));
        Console.WriteLine($"{done + Step} frames, {fuzz.Refused} refused, at most {fuzz.MostAllocated} bytes for one, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s for the last {Step}");
    }
    return 0;
}
