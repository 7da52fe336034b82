using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;

namespace PSurveyPrecision;

public static class SurveyFormat
{
    private static int s_digits = 2;

    public static string Show(decimal metres)
        => decimal.Round(metres, s_digits).ToString(CultureInfo.InvariantCulture); // expect: RACE#1

    public static IDisposable Using(int digits) => new Period(digits);

    private sealed class Period : IDisposable
    {
        private readonly int _before;

        public Period(int digits)
        {
            _before = s_digits; // expect: RACE#1
            s_digits = digits; // expect: RACE#1
        }

        public void Dispose() => s_digits = _before; // expect: RACE#1
    }
}

public sealed record PrecisionCheck(string Name, int Digits, decimal Input, string Expected);

public static class PrecisionChecks
{
    public static IReadOnlyCollection<string> Run(IEnumerable<PrecisionCheck> checks)
    {
        var failed = new ConcurrentBag<string>();
        Parallel.ForEach(checks, check =>
        {
            using (SurveyFormat.Using(check.Digits))
            {
                if (SurveyFormat.Show(check.Input) != check.Expected)
                {
                    failed.Add(check.Name);
                }
            }
        });
        return failed;
    }
}
