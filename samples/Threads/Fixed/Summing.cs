namespace Threads;

/// <summary>A thread adds up what a slow meter shows, and its creator prints the sum.</summary>
internal static class Summing
{
    public static bool Run()
    {
        var sum = 0;
        var adder = new Thread(() =>
        {
            for (var reading = 1; reading <= 5; reading++)
            {
                Thread.Sleep(10);
                sum += reading;
            }
        });
        adder.Start();

        adder.Join();
        var result = sum;
        Console.WriteLine($"the sum of the readings 1 to 5 is {result}");
        return result == 15;
    }
}
