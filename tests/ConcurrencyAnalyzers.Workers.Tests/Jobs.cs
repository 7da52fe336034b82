using System.Globalization;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>What the tests run in workers.</summary>
internal static class Jobs
{
    public static int Double(int x) => 2 * x;

    public static long Sum(int a, long b, short c, byte d) => a + b + c + d;

    public static int ProcessId() => Environment.ProcessId;

    public static int ProcessIdOf(int ignored) => Environment.ProcessId;

    public static async Task<string> GreetAsync(string name)
    {
        await Task.Delay(1);
        return $"Hello {name}";
    }

    public static async Task TouchAsync(string path)
    {
        await File.AppendAllTextAsync(path, "x");
    }

    public static void Touch(string path) => File.AppendAllText(path, "x");

    public static int Slow(int milliseconds)
    {
        Thread.Sleep(milliseconds);
        return Environment.ProcessId;
    }

    public static void Spin(string started)
    {
        File.WriteAllText(started, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        while (true)
            Thread.SpinWait(1000);
    }

    public static int WaitForToken(string started, CancellationToken cancellationToken)
    {
        File.WriteAllText(started, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        cancellationToken.WaitHandle.WaitOne();
        cancellationToken.ThrowIfCancellationRequested();
        return 0;
    }

    public static int IgnoreToken(string started, CancellationToken cancellationToken)
    {
        Spin(started);
        return cancellationToken.IsCancellationRequested ? 1 : 0;
    }

    public static int ReturnOnToken(string started, CancellationToken cancellationToken)
    {
        File.WriteAllText(started, "");
        cancellationToken.WaitHandle.WaitOne();
        return 42;
    }

    public static int Throw(string message) => throw new InvalidOperationException(message);

    public static int Overflow(int depth) => 1 + Overflow(depth + 1);

    public static T Echo<T>(T value) => value;

    public static string Culture(double value) => value.ToString("N2", CultureInfo.CurrentCulture) + "|" + CultureInfo.CurrentUICulture.Name;
}
