// TryGetValue and then the indexer on a ConcurrentDictionary: two files that hold the same word lose a count; difficulty: medium
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U903
{
    public sealed class WordCounter
    {
        private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

        public void CountFile(string path)
        {
            foreach (string line in File.ReadLines(path))
            {
                foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    Bump(word);
                }
            }
        }

        private void Bump(string word)
        {
            if (_counts.TryGetValue(word, out int n)) // expect: CHECK_THEN_ACT?
            {
                _counts[word] = n + 1; // expect: CHECK_THEN_ACT#1, NON_ATOMIC?
            }
            else
            {
                _counts[word] = 1; // expect: CHECK_THEN_ACT#1
            }
        }

        public IEnumerable<KeyValuePair<string, int>> Top(int k)
        {
            return _counts.ToArray().OrderByDescending(p => p.Value).Take(k);
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            var counter = new WordCounter();
            Parallel.ForEach(Directory.GetFiles(args[0], "*.txt"), counter.CountFile);
            foreach (KeyValuePair<string, int> p in counter.Top(10))
            {
                Console.WriteLine(p.Key + " " + p.Value);
            }
        }
    }
}
