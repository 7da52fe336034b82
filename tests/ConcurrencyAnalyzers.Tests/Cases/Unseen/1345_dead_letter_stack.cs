// Postmen lay undeliverable letters on a pile; the clerk takes the whole pile at once. difficulty: hard
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1345;

public sealed class DeadLetters
{
    private Letter? _top;

    public void Lay(string address)
    {
        var letter = new Letter(address);
        do
        {
            letter.Below = Volatile.Read(ref _top);
        }
        while (Interlocked.CompareExchange(ref _top, letter, letter.Below) != letter.Below);
    }

    public List<string> TakeAll()
    {
        var addresses = new List<string>();
        for (var letter = Interlocked.Exchange(ref _top, null); letter != null; letter = letter.Below)
        {
            addresses.Add(letter.Address);
        }
        return addresses;
    }

    private sealed class Letter(string address)
    {
        public string Address { get; } = address;

        public Letter? Below { get; set; }
    }
}
