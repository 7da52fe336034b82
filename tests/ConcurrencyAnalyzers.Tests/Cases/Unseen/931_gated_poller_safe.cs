// The periodic callback leaves at once while another one holds the gate, so the plain fields are used by one callback at a time; difficulty: hard
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U931
{
    public sealed class GatedPoller : IAsyncDisposable
    {
        private readonly string _directory;
        private readonly HashSet<string> _seen = new HashSet<string>();
        private readonly Timer _timer;
        private int _busy;
        private long _rows;

        public GatedPoller(string directory)
        {
            _directory = directory;
            _timer = new Timer(Poll, null, Timeout.Infinite, Timeout.Infinite);
        }

        public void Start() => _timer.Change(0, 200);

        private void Poll(object? state)
        {
            if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
            {
                return;
            }
            try
            {
                foreach (string file in Directory.EnumerateFiles(_directory, "*.log"))
                {
                    if (_seen.Add(file))
                    {
                        _rows += File.ReadLines(file).Count();
                    }
                }
            }
            catch (IOException e)
            {
                Console.Error.WriteLine(e.Message);
            }
            finally
            {
                Volatile.Write(ref _busy, 0);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _timer.DisposeAsync();
            Console.WriteLine(_rows + " rows in " + _seen.Count + " files");
        }
    }

    public static class Program
    {
        public static async Task Main(string[] args)
        {
            await using var poller = new GatedPoller(args[0]);
            poller.Start();
            await Task.Delay(TimeSpan.FromSeconds(5));
        }
    }
}
