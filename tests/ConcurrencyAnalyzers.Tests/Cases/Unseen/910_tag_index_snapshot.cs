// The outer dictionary is copied under the lock, the inner lists are the live ones, which Add goes on changing; difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U910
{
    public sealed class TagIndex
    {
        private readonly object _sync = new object();
        private readonly Dictionary<string, List<int>> _docsByTag = new Dictionary<string, List<int>>();

        public void Add(string tag, int document)
        {
            lock (_sync)
            {
                if (!_docsByTag.TryGetValue(tag, out List<int>? docs))
                {
                    docs = new List<int>();
                    _docsByTag.Add(tag, docs);
                }
                docs.Add(document);
            }
        }

        public Dictionary<string, List<int>> Snapshot()
        {
            lock (_sync)
            {
                return new Dictionary<string, List<int>>(_docsByTag); // expect: ESCAPES_LOCK
            }
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var index = new TagIndex();
            Task crawl = Task.Run(async () =>
            {
                for (int doc = 0; doc < 300; doc++)
                {
                    index.Add("tag" + doc % 7, doc);
                    await Task.Delay(1).ConfigureAwait(false);
                }
            });
            while (!crawl.IsCompleted)
            {
                foreach (KeyValuePair<string, List<int>> entry in index.Snapshot())
                {
                    Console.WriteLine(entry.Key + ": " + string.Join(",", entry.Value)); // expect: RACE?, INCONSISTENT_LOCK?, ESCAPES_LOCK?
                }
                await Task.Delay(3);
            }
            await crawl;
        }
    }
}
