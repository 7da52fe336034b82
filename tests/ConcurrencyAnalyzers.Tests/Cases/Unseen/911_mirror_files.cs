// The for variable is one variable for all tasks: they see a later index, or one past the end; difficulty: easy
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U911
{
    public sealed class Mirror
    {
        private readonly string _target;

        public Mirror(string target) => _target = target;

        public async Task CopyAllAsync(string[] files)
        {
            var copies = new Task[files.Length];
            for (int i = 0; i < files.Length; i++)
            {
                copies[i] = Task.Run(() => CopyOne(files[i])); // expect: CAPTURE
            }
            await Task.WhenAll(copies);
        }

        private void CopyOne(string file)
        {
            File.Copy(file, Path.Combine(_target, Path.GetFileName(file)), overwrite: true);
        }
    }

    public static class Program
    {
        public static async Task Main(string[] args)
        {
            var mirror = new Mirror(args[1]);
            await mirror.CopyAllAsync(Directory.GetFiles(args[0]));
            Console.WriteLine("done");
        }
    }
}
