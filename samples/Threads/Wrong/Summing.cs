namespace Threads;

/// <summary>A thread works out a sum that its creator prints.</summary>
internal static class Summing
{
    public static void Run()
    {
        var sum = 0L;
        var adder = new Thread(() =>
        {
            for (var i = 1; i <= 1_000_000; i++)
                sum += i;
        });
        adder.Start();
        Console.WriteLine($"the sum of 1 to 1,000,000 is {sum:N0}");
    }
}
