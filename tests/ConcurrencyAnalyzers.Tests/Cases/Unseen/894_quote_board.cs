// A struct of two decimals is written by the feed thread and read by the display, with no lock: the copy may be torn; difficulty: medium
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U894
{
    public readonly struct Quote
    {
        public Quote(decimal bid, decimal ask)
        {
            Bid = bid;
            Ask = ask;
        }

        public decimal Bid { get; }
        public decimal Ask { get; }
        public decimal Spread => Ask - Bid;
    }

    public sealed class QuoteBoard
    {
        private readonly Thread _feed;
        private volatile bool _stop;
        private Quote _latest = new Quote(100m, 100.05m);

        public QuoteBoard()
        {
            _feed = new Thread(Feed) { IsBackground = true };
        }

        public Quote Latest => _latest; // expect: NON_ATOMIC#1, RACE?

        public void Start() => _feed.Start();

        public void Stop()
        {
            _stop = true;
            _feed.Join();
        }

        private void Feed()
        {
            decimal price = 100m;
            while (!_stop)
            {
                price += Random.Shared.Next(-5, 6) * 0.01m;
                _latest = new Quote(price, price + 0.05m); // expect: NON_ATOMIC#1, RACE?
                Thread.Sleep(1);
            }
        }
    }

    public static class Program
    {
        public static void Main()
        {
            var board = new QuoteBoard();
            board.Start();
            for (int i = 0; i < 100; i++)
            {
                Quote q = board.Latest;
                Console.WriteLine($"{q.Bid} {q.Ask} {q.Spread}");
            }
            board.Stop();
        }
    }
}
