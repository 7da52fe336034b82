using System;
using System.Threading;
using System.Threading.Tasks;

namespace SettingOfOneRunSafe;

public sealed class OfTheFlow : IDisposable
{
    private static readonly AsyncLocal<int> s_digits = new();
    private readonly int _before;

    public OfTheFlow(int digits)
    {
        _before = s_digits.Value;
        s_digits.Value = digits;
    }

    public static string Show(decimal metres) => decimal.Round(metres, s_digits.Value).ToString();

    public void Dispose() => s_digits.Value = _before;
}

public sealed class OfTheThread : IDisposable
{
    [ThreadStatic]
    private static string? t_tenant;

    public OfTheThread(string tenant) => t_tenant = tenant;

    public static string Tenant => t_tenant ?? "";

    public void Dispose() => t_tenant = null;
}

// Every run has an object of its own.
public sealed class OfTheObject(int digits)
{
    private int _digits = digits;

    public string Show(decimal metres) => decimal.Round(metres, _digits).ToString();

    public void Set(int digits) => _digits = digits;
}

// Whoever makes one sets the same for all.
public sealed class OfAll
{
    private static int s_digits = 2;

    public OfAll(int digits) => s_digits = digits;

    public string Show(decimal metres) => decimal.Round(metres, s_digits).ToString();
}

public static class Checks
{
    public static void Run(string[] tenants)
    {
        Parallel.For(0, tenants.Length, i =>
        {
            using (new OfTheFlow(i))
                Console.WriteLine(OfTheFlow.Show(i));
            using (new OfTheThread(tenants[i]))
                Console.WriteLine(OfTheThread.Tenant);
            var all = new OfAll(tenants.Length);
            var own = new OfTheObject(i);
            own.Set(i + 1);
            Console.WriteLine(own.Show(i) + all.Show(i));
        });
    }
}
