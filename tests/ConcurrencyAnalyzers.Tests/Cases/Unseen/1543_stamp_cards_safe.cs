// Counts the coffees sold at all tills of a café and gives one away with every tenth of them. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1543;

public sealed class FreeCoffeeRule(int every, Action<long> giveAway)
{
    private long _sold;

    public long Sold => Interlocked.Read(ref _sold);

    public void Sell()
    {
        long number = Interlocked.Increment(ref _sold);
        if (number % every == 0)
        {
            giveAway(number);
        }
    }
}

public static class CoffeeBar
{
    public static (long Sold, int Free) Open(IEnumerable<string> orders)
    {
        int free = 0;
        var rule = new FreeCoffeeRule(10, _ => Interlocked.Increment(ref free));
        Parallel.ForEach(orders, order =>
        {
            if (order != "tea")
            {
                rule.Sell();
            }
        });
        return (rule.Sold, free);
    }
}
