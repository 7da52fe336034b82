using Tour;

var screen = new Screen(Console.Out, Screen.ConsoleTakesColour());
if (args is ["-h" or "--help", ..])
{
    screen.Line("dotnet run --project samples/Tour            the tour: find, show, fix and prove, on samples that are wrong on purpose");
    screen.Line("dotnet run --project samples/Tour -- PATH    findings only, on a C# project, a solution or a folder that holds one");
    return 0;
}

if (args.Length > 1)
    return Fail($"one path at most, but there are {args.Length}: {string.Join(' ', args)}");

using var scratch = new ScratchFolder();
try
{
    var repository = Repository.Find();
    if (args is [var path])
    {
        await new Inspection(screen, repository, scratch).RunAsync(path);
        return 0;
    }

    return (await new GuidedTour(screen, repository, scratch).RunAsync()).IsRight ? 0 : 1;
}
catch (TourException problem)
{
    return Fail(problem.Message);
}

int Fail(string message)
{
    Console.Out.Flush();
    Console.Error.WriteLine($"error: {message}");
    return 1;
}
