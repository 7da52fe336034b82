// Broken links are added to a plain List from the bodies of Parallel.ForEach, which run at once; difficulty: easy
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U881
{
    public sealed class LinkChecker
    {
        private readonly string _root;

        public LinkChecker(string root)
        {
            _root = root;
        }

        public List<string> FindBroken(IEnumerable<string> relativePaths)
        {
            var broken = new List<string>();
            Parallel.ForEach(relativePaths, path =>
            {
                string full = Path.Combine(_root, path);
                if (!File.Exists(full))
                {
                    broken.Add(path); // expect: RACE
                }
            });
            broken.Sort(StringComparer.Ordinal);
            return broken;
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            var checker = new LinkChecker(args[0]);
            foreach (string path in checker.FindBroken(File.ReadAllLines(args[1])))
            {
                Console.WriteLine(path);
            }
        }
    }
}
