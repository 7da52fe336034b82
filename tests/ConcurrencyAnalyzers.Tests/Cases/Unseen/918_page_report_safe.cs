// The concurrent lambdas return what they made, each with its own StringBuilder; the list is filled after WhenAll, by one flow; difficulty: easy
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U918
{
    public sealed class PageReport
    {
        private readonly List<string> _pages = new List<string>();

        public async Task<string> BuildAsync(string[] files)
        {
            string[] parts = await Task.WhenAll(files.Select(async file =>
            {
                var text = new StringBuilder();
                text.AppendLine(file);
                foreach (string line in await File.ReadAllLinesAsync(file).ConfigureAwait(false))
                {
                    text.Append("  ").AppendLine(line);
                }
                return text.ToString();
            }));
            foreach (string part in parts)
            {
                _pages.Add(part);
            }
            return string.Concat(_pages);
        }
    }

    public static class Program
    {
        public static async Task Main(string[] args)
        {
            var report = new PageReport();
            Console.WriteLine(await report.BuildAsync(args));
        }
    }
}
