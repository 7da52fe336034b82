using ConcurrencyAnalyzers.Workers.TestHost;

// A worker must never get here: every line that starts with MAIN is one run of this program.
Console.WriteLine($"MAIN {Environment.ProcessId}");

return args switch
{
    ["web"] => await Web.RunAsync(),
    ["hold", var kind, var mark] => await Hold.RunAsync(kind, mark),
    ["starve", var kind] => Starve.Run(kind),
    ["exit", var mark] => await Hold.ExitAsync(mark),
    _ => 2,
};
