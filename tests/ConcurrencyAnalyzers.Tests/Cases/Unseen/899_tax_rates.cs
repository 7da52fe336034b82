// Double-checked locking that publishes the dictionary before it fills it: others read it while it is still being written; difficulty: medium
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U899
{
    public sealed class TaxRates
    {
        private readonly object _gate = new object();
        private readonly string _file;
        private volatile Dictionary<string, decimal>? _rates;

        public TaxRates(string file) => _file = file;

        public decimal RateOf(string country)
        {
            if (_rates == null) // expect: LAZY_INIT#1
            {
                lock (_gate)
                {
                    if (_rates == null)
                    {
                        _rates = new Dictionary<string, decimal>(); // expect: LAZY_INIT#1
                        foreach (string line in File.ReadLines(_file))
                        {
                            string[] parts = line.Split(';');
                            _rates[parts[0]] = decimal.Parse(parts[1]); // expect: LAZY_INIT#1, RACE?
                        }
                    }
                }
            }
            return _rates.TryGetValue(country, out decimal rate) ? rate : 0m; // expect: LAZY_INIT?, RACE?, INCONSISTENT_LOCK?
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            var rates = new TaxRates(args[0]);
            string[] countries = { "DE", "FR", "PL", "IT" };
            Thread[] threads = countries
                .Select(c => new Thread(() => Console.WriteLine(c + " " + rates.RateOf(c))))
                .ToArray();
            foreach (Thread t in threads)
            {
                t.Start();
            }
            foreach (Thread t in threads)
            {
                t.Join();
            }
        }
    }
}
