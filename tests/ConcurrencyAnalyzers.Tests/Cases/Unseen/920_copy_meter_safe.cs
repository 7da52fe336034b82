// Only the copying thread writes the two counters, so read-add-write is right there; the other thread reads with Volatile; difficulty: hard
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U920
{
    public sealed class CopyMeter
    {
        private readonly Stream _from;
        private readonly Stream _to;
        private readonly Thread _worker;
        private long _bytes;
        private int _blocks;
        private Exception? _error;

        public CopyMeter(Stream from, Stream to)
        {
            _from = from;
            _to = to;
            _worker = new Thread(Copy);
        }

        public long Bytes => Volatile.Read(ref _bytes);

        public int Blocks => Volatile.Read(ref _blocks);

        public void Start() => _worker.Start();

        public bool Wait(TimeSpan time)
        {
            if (!_worker.Join(time))
            {
                return false;
            }
            if (_error != null)
            {
                throw new IOException("copy failed", _error);
            }
            return true;
        }

        private void Copy()
        {
            try
            {
                var buffer = new byte[8192];
                int n;
                while ((n = _from.Read(buffer, 0, buffer.Length)) > 0)
                {
                    _to.Write(buffer, 0, n);
                    Volatile.Write(ref _bytes, _bytes + n);
                    Volatile.Write(ref _blocks, _blocks + 1);
                }
            }
            catch (Exception e)
            {
                _error = e;
            }
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            using FileStream from = File.OpenRead(args[0]);
            using FileStream to = File.Create(args[1]);
            var meter = new CopyMeter(from, to);
            meter.Start();
            while (!meter.Wait(TimeSpan.FromMilliseconds(100)))
            {
                Console.WriteLine(meter.Bytes + " bytes in " + meter.Blocks);
            }
        }
    }
}
