// count is declared inside of the loop and safe, offset outside of it and moved on while the tasks that captured it start; difficulty: medium
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U913
{
    public static class ChunkReader
    {
        private const int ChunkSize = 64 * 1024;

        public static async Task<int[]> CountLinesAsync(string path)
        {
            long length = new FileInfo(path).Length;
            long offset = 0;
            var tasks = new List<Task<int>>();
            while (offset < length)
            {
                int count = (int)Math.Min(ChunkSize, length - offset);
                tasks.Add(Task.Run(() => CountAsync(path, offset, count))); // expect: CAPTURE
                offset += count; // expect: CAPTURE?
            }
            return await Task.WhenAll(tasks);
        }

        private static async Task<int> CountAsync(string path, long offset, int count)
        {
            var buffer = new byte[count];
            await using FileStream stream = File.OpenRead(path);
            stream.Seek(offset, SeekOrigin.Begin);
            int read = await stream.ReadAtLeastAsync(buffer, count, throwOnEndOfStream: false);
            return buffer.AsSpan(0, read).Count((byte)'\n');
        }
    }

    public static class Program
    {
        public static async Task Main(string[] args)
        {
            int[] lines = await ChunkReader.CountLinesAsync(args[0]);
            Console.WriteLine(lines.Sum());
        }
    }
}
