namespace Threads;

/// <summary>Two threads print side by side: one the numbers, one the letters.</summary>
internal static class Printing
{
    public static void Run()
    {
        var numbers = new Thread(PrintNumbers) { IsBackground = true };
        var letters = new Thread(PrintLetters) { IsBackground = true };
        numbers.Start();
        letters.Start();
        numbers.Join();
        letters.Join();
        Console.WriteLine("printed");
    }

    private static void PrintNumbers()
    {
        for (var number = 1; number <= 5; number++)
        {
            Thread.Sleep(10);
            Console.WriteLine($"number {number}");
        }
    }

    private static void PrintLetters()
    {
        for (var letter = 'a'; letter <= 'e'; letter++)
        {
            Thread.Sleep(10);
            Console.WriteLine($"letter {letter}");
        }
    }
}
