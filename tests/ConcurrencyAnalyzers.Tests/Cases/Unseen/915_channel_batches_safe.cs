// Each filled batch is handed over through the channel and the producer never touches it again, it starts a new one; difficulty: medium
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Cases.U915
{
    public sealed class LineImporter
    {
        private readonly Channel<List<string>> _batches = Channel.CreateBounded<List<string>>(4);
        private int _imported;

        public async Task<int> RunAsync(IAsyncEnumerable<string> lines)
        {
            Task consumer = ConsumeAsync();
            try
            {
                var batch = new List<string>();
                await foreach (string line in lines)
                {
                    batch.Add(line);
                    if (batch.Count == 100)
                    {
                        await _batches.Writer.WriteAsync(batch);
                        batch = new List<string>();
                    }
                }
                if (batch.Count > 0)
                {
                    await _batches.Writer.WriteAsync(batch);
                }
            }
            finally
            {
                _batches.Writer.Complete();
                await consumer;
            }
            return _imported;
        }

        private async Task ConsumeAsync()
        {
            await foreach (List<string> batch in _batches.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                batch.RemoveAll(string.IsNullOrWhiteSpace);
                _imported += batch.Count;
                batch.Clear();
            }
        }
    }

    public static class Program
    {
        public static async Task Main(string[] args)
        {
            Console.WriteLine(await new LineImporter().RunAsync(File.ReadLinesAsync(args[0])));
        }
    }
}
