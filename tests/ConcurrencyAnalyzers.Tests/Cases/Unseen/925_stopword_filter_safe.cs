// The dictionary and the field are written before the threads are started and only read from then on; difficulty: easy
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U925
{
    public sealed class StopwordFilter
    {
        private HashSet<string>? _stopwords;
        private int _kept;

        public int Run(IEnumerable<string> stopwords, string[] texts)
        {
            _stopwords = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (string w in stopwords)
            {
                _stopwords.Add(w);
            }
            _kept = 0;
            var threads = new List<Thread>();
            foreach (string text in texts)
            {
                var thread = new Thread(() => Filter(text));
                thread.Start();
                threads.Add(thread);
            }
            threads.ForEach(t => t.Join());
            _stopwords.Clear();
            return _kept;
        }

        private void Filter(string text)
        {
            foreach (string word in text.Split(' '))
            {
                if (!_stopwords!.Contains(word))
                {
                    Interlocked.Increment(ref _kept);
                }
            }
        }
    }

    public static class Program
    {
        public static void Main()
        {
            var filter = new StopwordFilter();
            string[] texts = { "the cat and the dog", "a day in the sun", "and so it goes" };
            Console.WriteLine(filter.Run(new[] { "the", "and", "a", "in" }, texts));
        }
    }
}
