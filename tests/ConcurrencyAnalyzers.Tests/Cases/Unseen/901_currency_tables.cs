// Double-checked locking over two fields tests the one that is assigned first, so that the second may still be null; difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U901
{
    public static class CurrencyTables
    {
        private static readonly Lock s_lock = new Lock();
        private static volatile Dictionary<string, string>? s_currencyOf;
        private static volatile HashSet<string>? s_currencies;

        public static bool IsKnown(string currency)
        {
            EnsureLoaded();
            return s_currencies!.Contains(currency); // expect: LAZY_INIT?, RACE?, INCONSISTENT_LOCK?
        }

        public static string? CurrencyOf(string country)
        {
            EnsureLoaded();
            return s_currencyOf!.TryGetValue(country, out string? c) ? c : null;
        }

        private static void EnsureLoaded()
        {
            if (s_currencyOf != null) // expect: LAZY_INIT#1
            {
                return;
            }
            lock (s_lock)
            {
                if (s_currencyOf != null)
                {
                    return;
                }
                var map = new Dictionary<string, string>
                {
                    ["DE"] = "EUR",
                    ["FR"] = "EUR",
                    ["JP"] = "JPY",
                };
                s_currencyOf = map; // expect: LAZY_INIT#1
                s_currencies = new HashSet<string>(map.Values); // expect: LAZY_INIT#1
            }
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            Task<bool> known = Task.Run(() => CurrencyTables.IsKnown("JPY"));
            Task<string?> german = Task.Run(() => CurrencyTables.CurrencyOf("DE"));
            Console.WriteLine(await known);
            Console.WriteLine(await german);
        }
    }
}
