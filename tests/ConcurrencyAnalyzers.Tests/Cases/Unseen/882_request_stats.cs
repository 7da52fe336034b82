// Static Dictionary behind the request handlers, which run one task per client, is updated and enumerated with no lock; difficulty: medium
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U882
{
    internal static class RequestStats
    {
        private static readonly Dictionary<string, int> s_hits = new Dictionary<string, int>();

        public static void Record(string path)
        {
            s_hits.TryGetValue(path, out int n); // expect: RACE#1
            s_hits[path] = n + 1; // expect: RACE#1
        }

        public static string Report()
        {
            return string.Join("\n", s_hits.Select(p => p.Key + " " + p.Value)); // expect: RACE#1
        }
    }

    public sealed class TinyServer
    {
        private readonly TcpListener _listener = new TcpListener(IPAddress.Loopback, 8099);

        public async Task ServeAsync(int connections)
        {
            var sessions = new List<Task>();
            _listener.Start();
            try
            {
                for (int i = 0; i < connections; i++)
                {
                    TcpClient client = await _listener.AcceptTcpClientAsync();
                    sessions.Add(Task.Run(() => HandleAsync(client)));
                }
            }
            finally
            {
                _listener.Stop();
                await Task.WhenAll(sessions);
            }
        }

        private static async Task HandleAsync(TcpClient client)
        {
            using (client)
            using (var reader = new StreamReader(client.GetStream()))
            using (var writer = new StreamWriter(client.GetStream()))
            {
                string? path = await reader.ReadLineAsync();
                if (path == null)
                {
                    return;
                }
                RequestStats.Record(path);
                await writer.WriteLineAsync(path == "/stats" ? RequestStats.Report() : "ok");
            }
        }
    }

    public static class Program
    {
        public static Task Main() => new TinyServer().ServeAsync(500);
    }
}
