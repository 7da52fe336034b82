// The lambda captures cursor and list, which change in each round, but each task is awaited before the next change; difficulty: hard
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U939
{
    public sealed class PagedImport
    {
        private readonly List<string> _rows = new List<string>();
        private int _pages;

        public async Task<int> RunAsync(string path)
        {
            int cursor = 0;
            bool more = true;
            while (more)
            {
                string[] page = await Task.Run(() => ReadPage(path, cursor, 50)).ConfigureAwait(false);
                await Task.Run(() =>
                {
                    foreach (string row in page)
                    {
                        _rows.Add(cursor + ":" + row);
                    }
                    more = page.Length == 50;
                    _pages++;
                }).ConfigureAwait(false);
                cursor += page.Length;
            }
            Console.WriteLine(_pages + " pages");
            return _rows.Count;
        }

        private static string[] ReadPage(string path, int skip, int take)
        {
            return File.ReadLines(path).Skip(skip).Take(take).ToArray();
        }
    }

    public static class Program
    {
        public static async Task Main(string[] args)
        {
            var import = new PagedImport();
            int first = await import.RunAsync(args[0]);
            int second = await import.RunAsync(args[1]);
            Console.WriteLine(first + " then " + second);
        }
    }
}
