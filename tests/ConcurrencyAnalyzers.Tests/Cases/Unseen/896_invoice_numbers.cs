// The field is incremented atomically and then read a second time, so two invoices may get the same number; difficulty: hard
// Blind: a read behind a step of its own may as well be a report of how far it is.
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U896
{
    public sealed class InvoiceNumbers
    {
        private readonly string _prefix;
        private int _last;

        public InvoiceNumbers(string prefix, int last)
        {
            _prefix = prefix;
            _last = last;
        }

        public string Next()
        {
            Interlocked.Increment(ref _last); // blind: NON_ATOMIC#1
            return _prefix + "-" + Volatile.Read(ref _last).ToString("D6"); // blind: NON_ATOMIC#1
        }
    }

    public sealed class Billing
    {
        private readonly InvoiceNumbers _numbers = new InvoiceNumbers("R", 4711);

        public async Task<string> BillAsync(string customer, decimal amount)
        {
            await Task.Yield();
            string number = _numbers.Next();
            return $"{number} {customer} {amount:F2}";
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var billing = new Billing();
            string[] customers = { "Ada", "Bob", "Cem", "Dina", "Ewa" };
            string[] invoices = await Task.WhenAll(customers.Select((c, i) => billing.BillAsync(c, 10m * i)));
            foreach (string invoice in invoices)
            {
                Console.WriteLine(invoice);
            }
        }
    }
}
