// ++ on a volatile field is a read and a write, and the Parallel.ForEach bodies lose increments; difficulty: easy
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U892
{
    public sealed class CopyProgress
    {
        private readonly int _total;
        private volatile int _done;

        public CopyProgress(int total) => _total = total;

        public void FileDone()
        {
            _done++; // expect: NON_ATOMIC, RACE?
        }

        public bool IsComplete => _done == _total;

        public int Percent => _total == 0 ? 100 : _done * 100 / _total;
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            string target = args[1];
            string[] files = Directory.GetFiles(args[0]);
            var progress = new CopyProgress(files.Length);
            Parallel.ForEach(files, file =>
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
                progress.FileDone();
                Console.WriteLine(progress.Percent + " %");
            });
            Console.WriteLine(progress.IsComplete ? "complete" : "incomplete");
        }
    }
}
