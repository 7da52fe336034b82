// The audit task captures host, which the fail-over path changes while the task may not have run yet, so the audit names the wrong host; difficulty: hard
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U914
{
    public sealed class Shipper
    {
        private readonly string[] _hosts;
        private readonly ConcurrentQueue<string> _audit = new ConcurrentQueue<string>();

        public Shipper(params string[] hosts) => _hosts = hosts;

        public async Task<IReadOnlyCollection<string>> ShipAsync(IEnumerable<int> orders)
        {
            var audits = new List<Task>();
            int next = 0;
            string host = _hosts[next];
            foreach (int order in orders)
            {
                bool sent = await SendAsync(host, order);
                audits.Add(Task.Run(() => Record(order, host, sent))); // expect: CAPTURE
                if (!sent)
                {
                    next = (next + 1) % _hosts.Length;
                    host = _hosts[next]; // expect: CAPTURE?
                }
            }
            await Task.WhenAll(audits);
            return _audit;
        }

        private void Record(int order, string host, bool sent)
        {
            _audit.Enqueue($"{order} {host} {(sent ? "sent" : "failed")}");
        }

        private static async Task<bool> SendAsync(string host, int order)
        {
            await Task.Delay(2);
            return (order + host.Length) % 5 != 0;
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var shipper = new Shipper("eu1", "eu-backup", "us1");
            foreach (string line in await shipper.ShipAsync(Enumerable.Range(0, 30)))
            {
                Console.WriteLine(line);
            }
        }
    }
}
