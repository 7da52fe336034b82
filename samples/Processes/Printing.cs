namespace Processes;

/// <summary>What the worker processes run. Nothing here is shared between them.</summary>
internal static class Printing
{
    public static int Lines { get; private set; }

    public static void PrintNumbers(int count)
    {
        for (var number = 1; number <= count; number++)
            Print($"number {number}");
    }

    public static void PrintLetters(int count)
    {
        for (var i = 0; i < count; i++)
            Print($"letter {(char)('a' + i)}");
    }

    public static void PrintForEver()
    {
        while (true)
            Thread.Sleep(10);
    }

    private static void Print(string line)
    {
        Thread.Sleep(10);
        Console.WriteLine(line);
        Lines++;
    }
}
