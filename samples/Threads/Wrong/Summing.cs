namespace Threads;

/// <summary>A thread works out a sum that its creator prints.</summary>
internal static class Summing
{
    public static bool Run()
    {
        var sum = 0L;
        var adder = new Thread(() =>
        {
            for (var i = 1; i <= 100_000_000; i++)
                sum += i;
        });
        adder.Start();

        var result = sum;
        Console.WriteLine($"the sum of 1 to 100,000,000 is {result:N0}");
        return result == 5_000_000_050_000_000;
    }
}
