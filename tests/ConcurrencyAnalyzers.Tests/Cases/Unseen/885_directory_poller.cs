// A periodic Timer fires again while a slow import still runs, and both callbacks change the same HashSet and sum; difficulty: medium
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U885
{
    public sealed class DirectoryPoller : IAsyncDisposable
    {
        private readonly string _directory;
        private readonly HashSet<string> _seen = new HashSet<string>();
        private readonly Timer _timer;
        private long _rows;

        public DirectoryPoller(string directory)
        {
            _directory = directory;
            _timer = new Timer(Poll, null, Timeout.Infinite, Timeout.Infinite);
        }

        public void Start()
        {
            _timer.Change(0, 250); // expect: RACE?, SYNC_PRIMITIVE?
        }

        private void Poll(object? state)
        {
            foreach (string file in Directory.EnumerateFiles(_directory, "*.csv"))
            {
                if (_seen.Add(file)) // expect: RACE#1
                {
                    Import(file);
                }
            }
        }

        private void Import(string file)
        {
            int n = File.ReadLines(file).Count();
            _rows += n; // expect: RACE#1
        }

        public async ValueTask DisposeAsync()
        {
            await _timer.DisposeAsync();
            Console.WriteLine("imported " + _rows);
        }
    }

    public static class Program
    {
        public static async Task Main(string[] args)
        {
            await using var poller = new DirectoryPoller(args[0]);
            poller.Start();
            await Task.Delay(TimeSpan.FromMinutes(1));
        }
    }
}
