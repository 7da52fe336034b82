using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace PSurveyPrecisionSafe;

public static class SurveyFormat
{
    private static readonly AsyncLocal<int?> s_digits = new();

    public static string Show(decimal metres)
        => decimal.Round(metres, s_digits.Value ?? 2).ToString(CultureInfo.InvariantCulture);

    public static IDisposable Using(int digits) => new Period(digits);

    private sealed class Period : IDisposable
    {
        private readonly int? _before;

        public Period(int digits)
        {
            _before = s_digits.Value;
            s_digits.Value = digits;
        }

        public void Dispose() => s_digits.Value = _before;
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
