// Plain fields written before Set of the event and read only after Wait on it: the event orders them; difficulty: medium
using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U934
{
    public sealed class Warmup
    {
        private readonly ManualResetEventSlim _ready = new ManualResetEventSlim();
        private readonly Thread _loader;
        private readonly string _file;
        private string[]? _words;
        private Exception? _error;

        public Warmup(string file)
        {
            _file = file;
            _loader = new Thread(Load);
        }

        public void Start() => _loader.Start();

        public bool Contains(string word)
        {
            _ready.Wait();
            if (_error != null)
            {
                throw new InvalidOperationException("warm-up failed", _error);
            }
            return Array.BinarySearch(_words!, word, StringComparer.Ordinal) >= 0;
        }

        public void Stop() => _loader.Join();

        private void Load()
        {
            try
            {
                _words = File.ReadAllLines(_file);
                Array.Sort(_words, StringComparer.Ordinal);
            }
            catch (Exception e)
            {
                _error = e;
            }
            _ready.Set();
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            var warmup = new Warmup(args[0]);
            warmup.Start();
            foreach (string word in args.Skip(1))
            {
                Console.WriteLine(word + " " + warmup.Contains(word));
            }
            warmup.Stop();
        }
    }
}
