// The volatile flag is raised before the payload field is assigned, so a resolver may see the flag and a null table; difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U884
{
    public sealed class RouteTable
    {
        private volatile bool _loaded;
        private Dictionary<string, string>? _routes;

        public void Load(IEnumerable<string> lines)
        {
            var routes = new Dictionary<string, string>();
            foreach (string line in lines)
            {
                string[] parts = line.Split(' ', 2);
                if (parts.Length == 2)
                {
                    routes[parts[0]] = parts[1];
                }
            }
            _loaded = true; // expect: LAZY_INIT, RACE?
            _routes = routes; // expect: RACE?
        }

        public string? Resolve(string path)
        {
            if (!_loaded) // expect: RACE?, LAZY_INIT?
            {
                return null;
            }
            return _routes!.TryGetValue(path, out string? target) ? target : null; // expect: RACE?
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            var table = new RouteTable();
            var resolvers = new Thread[3];
            for (int i = 0; i < resolvers.Length; i++)
            {
                resolvers[i] = new Thread(() =>
                {
                    for (int k = 0; k < 100; k++)
                    {
                        Console.WriteLine(table.Resolve("/home") ?? "not yet");
                    }
                });
                resolvers[i].Start();
            }
            table.Load(new[] { "/home index", "/about about" });
            foreach (Thread t in resolvers)
            {
                t.Join();
            }
        }
    }
}
