// Double-checked locking as it should be: volatile field, second check under the lock, published only when it is filled; difficulty: easy
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U928
{
    public static class CountryNames
    {
        private static readonly object s_lock = new object();
        private static volatile Dictionary<string, string>? s_names;

        public static string NameOf(string code)
        {
            Dictionary<string, string>? names = s_names;
            if (names == null)
            {
                lock (s_lock)
                {
                    names = s_names;
                    if (names == null)
                    {
                        names = new Dictionary<string, string>();
                        names["de"] = "Germany";
                        names["fr"] = "France";
                        names["pl"] = "Poland";
                        s_names = names;
                    }
                }
            }
            return names.TryGetValue(code, out string? name) ? name : code;
        }
    }

    public static class Program
    {
        public static void Main()
        {
            string[] codes = { "de", "fr", "pl", "xx" };
            var threads = new Thread[codes.Length];
            for (int i = 0; i < codes.Length; i++)
            {
                string code = codes[i];
                threads[i] = new Thread(() => Console.WriteLine(CountryNames.NameOf(code)));
                threads[i].Start();
            }
            foreach (Thread t in threads)
            {
                t.Join();
            }
        }
    }
}
