// Every partition of Parallel.ForEach fills a dictionary of its own, and they are merged under a lock at its end; difficulty: easy
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U916
{
    public static class ExtensionHistogram
    {
        public static Dictionary<string, long> Build(IEnumerable<string> files)
        {
            var total = new Dictionary<string, long>();
            var gate = new object();
            Parallel.ForEach(
                files,
                () => new Dictionary<string, long>(),
                (file, state, local) =>
                {
                    string ext = Path.GetExtension(file);
                    local.TryGetValue(ext, out long size);
                    local[ext] = size + new FileInfo(file).Length;
                    return local;
                },
                local =>
                {
                    lock (gate)
                    {
                        foreach (KeyValuePair<string, long> p in local)
                        {
                            total.TryGetValue(p.Key, out long sum);
                            total[p.Key] = sum + p.Value;
                        }
                    }
                });
            return total;
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            foreach (KeyValuePair<string, long> p in ExtensionHistogram.Build(Directory.GetFiles(args[0])))
            {
                Console.WriteLine(p.Key + " " + p.Value);
            }
        }
    }
}
