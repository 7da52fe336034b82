using System;
using System.Threading.Tasks;

namespace SettingOfOneRun;

public static class Format
{
    private static int s_digits = 2;

    public static string Show(decimal metres) => decimal.Round(metres, s_digits).ToString();

    public static IDisposable Using(int digits) => new Period(digits);

    private sealed class Period : IDisposable
    {
        private readonly int _before;

        public Period(int digits)
        {
            _before = s_digits;
            s_digits = digits; // expect: RACE
        }

        public void Dispose() => s_digits = _before; // expect: RACE?
    }
}

public sealed class Scope : IDisposable
{
    private static string? s_tenant;

    public Scope(string tenant) => s_tenant = tenant.Trim(); // expect: RACE

    public static string Tenant => s_tenant ?? "";

    public void Dispose() => s_tenant = null;
}

public static class Checks
{
    public static void Run(string[] tenants) => Parallel.For(0, tenants.Length, i =>
    {
        using (Format.Using(i))
            Console.WriteLine(Format.Show(i));
        using (new Scope(tenants[i]))
            Console.WriteLine(Scope.Tenant);
    });
}
