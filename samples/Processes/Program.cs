using ConcurrencyAnalyzers.Workers;
using Processes;

await using var numbers = WorkerProcess.Start(Printing.PrintNumbers, 5);
await using var letters = WorkerProcess.Start(Printing.PrintLetters, 5);
numbers.Join();
letters.Join();
Console.WriteLine($"both are done, with exit codes {numbers.ExitCode} and {letters.ExitCode}");

// Each process has a memory of its own: what they counted, they counted for themselves.
Console.WriteLine($"lines printed, as this process counts them: {Printing.Lines}");

await using var endless = WorkerProcess.Start(Printing.PrintForEver);
if (!endless.Join(TimeSpan.FromMilliseconds(300)))
    endless.Kill();
endless.Join();
Console.WriteLine($"the endless one was killed: exit code {(endless.ExitCode == 0 ? "zero" : "not zero")}");
