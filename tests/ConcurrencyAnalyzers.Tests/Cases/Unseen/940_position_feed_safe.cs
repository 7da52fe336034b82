// Two doubles that belong together are published as one immutable object through a volatile reference, so readers see both of one moment; difficulty: easy
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U940
{
    public sealed class Position
    {
        public Position(double latitude, double longitude)
        {
            Latitude = latitude;
            Longitude = longitude;
        }

        public double Latitude { get; }
        public double Longitude { get; }
    }

    public sealed class PositionFeed
    {
        private readonly Thread _thread;
        private volatile bool _stop;
        private volatile Position _last = new Position(0, 0);

        public PositionFeed()
        {
            _thread = new Thread(Run);
        }

        public Position Last => _last;

        public void Start() => _thread.Start();

        public void Stop()
        {
            _stop = true;
            _thread.Join();
        }

        private void Run()
        {
            while (!_stop)
            {
                Position p = _last;
                _last = new Position(p.Latitude + 0.1, p.Longitude + 0.1);
                Thread.Sleep(5);
            }
        }
    }

    public static class Program
    {
        public static void Main()
        {
            var feed = new PositionFeed();
            feed.Start();
            for (int i = 0; i < 20; i++)
            {
                Position p = feed.Last;
                Console.WriteLine($"{p.Latitude:F1} {p.Longitude:F1}");
                Thread.Sleep(10);
            }
            feed.Stop();
        }
    }
}
