// The loop variable of foreach is fresh in each round, and the for loop captures only copies declared in its body; difficulty: easy
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U930
{
    public static class Program
    {
        private static async Task<int> CountAsync(string file, int minLength)
        {
            int n = 0;
            await foreach (string line in File.ReadLinesAsync(file))
            {
                if (line.Length >= minLength)
                {
                    n++;
                }
            }
            return n;
        }

        public static async Task Main(string[] files)
        {
            var counts = new List<Task<int>>();
            foreach (string file in files)
            {
                counts.Add(Task.Run(() => CountAsync(file, 1)));
            }
            int min = 10;
            for (int i = 0; i < files.Length; i++)
            {
                int index = i;
                int length = min;
                counts.Add(Task.Run(() => CountAsync(files[index], length)));
                min += 10;
            }
            int[] results = await Task.WhenAll(counts);
            Console.WriteLine(string.Join(" ", results));
        }
    }
}
