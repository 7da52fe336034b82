// Drain returns the guarded list itself, but replaces it with a new one under the same lock: the caller owns what it gets; difficulty: hard
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U935
{
    public sealed class LogBuffer
    {
        private readonly object _lock = new object();
        private List<string> _lines = new List<string>();

        public void Write(string line)
        {
            lock (_lock)
            {
                _lines.Add(line);
            }
        }

        public List<string> Drain()
        {
            lock (_lock)
            {
                List<string> full = _lines;
                _lines = new List<string>();
                return full;
            }
        }
    }

    public static class Program
    {
        private static async Task FlushAsync(LogBuffer buffer, string path)
        {
            List<string> lines = buffer.Drain();
            lines.Sort(StringComparer.Ordinal);
            await File.AppendAllLinesAsync(path, lines);
            lines.Clear();
        }

        public static async Task Main(string[] args)
        {
            var buffer = new LogBuffer();
            Task writers = Task.WhenAll(Enumerable.Range(0, 4).Select(async w =>
            {
                for (int i = 0; i < 100; i++)
                {
                    buffer.Write(w + " line " + i);
                    await Task.Delay(1).ConfigureAwait(false);
                }
            }));
            while (!writers.IsCompleted)
            {
                await FlushAsync(buffer, args[0]);
                await Task.Delay(50);
            }
            await writers;
            await FlushAsync(buffer, args[0]);
        }
    }
}
