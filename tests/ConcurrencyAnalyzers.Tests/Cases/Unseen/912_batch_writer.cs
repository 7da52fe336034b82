// The task captures the variable batch, which is set to a new list right after the start, so the task may write the wrong batch; difficulty: medium
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U912
{
    public sealed class BatchWriter
    {
        private readonly string _directory;
        private int _fileNumber;

        public BatchWriter(string directory) => _directory = directory;

        public async Task SplitAsync(string source, int size)
        {
            var pending = new List<Task>();
            var batch = new List<string>();
            await foreach (string line in File.ReadLinesAsync(source))
            {
                batch.Add(line); // expect: RACE?, CAPTURE?
                if (batch.Count == size)
                {
                    pending.Add(Task.Run(() => WriteAsync(batch))); // expect: CAPTURE
                    batch = new List<string>(); // expect: CAPTURE?
                }
            }
            await Task.WhenAll(pending);
            await WriteAsync(batch);
        }

        private async Task WriteAsync(List<string> lines)
        {
            int n = Interlocked.Increment(ref _fileNumber);
            string path = Path.Combine(_directory, "part" + n + ".txt");
            await File.WriteAllLinesAsync(path, lines);
        }
    }

    public static class Program
    {
        public static Task Main(string[] args)
        {
            return new BatchWriter(args[1]).SplitAsync(args[0], 1000);
        }
    }
}
