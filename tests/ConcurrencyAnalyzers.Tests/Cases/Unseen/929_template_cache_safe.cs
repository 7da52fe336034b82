// GetOrAdd may make several Lazy objects, but only the one in the dictionary is asked for its value, and it loads once; difficulty: easy
using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U929
{
    public sealed class TemplateCache
    {
        private readonly ConcurrentDictionary<string, Lazy<string>> _templates = new();
        private readonly string _directory;
        private int _loads;

        public TemplateCache(string directory) => _directory = directory;

        public int Loads => Volatile.Read(ref _loads);

        public string Get(string name)
        {
            Lazy<string> lazy = _templates.GetOrAdd(
                name,
                n => new Lazy<string>(() => Load(n), LazyThreadSafetyMode.ExecutionAndPublication));
            return lazy.Value;
        }

        private string Load(string name)
        {
            Interlocked.Increment(ref _loads);
            return File.ReadAllText(Path.Combine(_directory, name + ".html"));
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            var cache = new TemplateCache(args[0]);
            string[] names = { "index", "about", "index", "index" };
            Parallel.ForEach(names, name =>
            {
                Console.WriteLine(name + " " + cache.Get(name).Length);
            });
            Console.WriteLine(cache.Loads);
        }
    }
}
