using LostUpdates;

// How often each thread does its step. A few steps may come out right by chance.
var steps = int.Parse(args.FirstOrDefault() ?? "20000000");

var till = new Till();
var box = new Thread(() =>
{
    for (var i = 0; i < steps; i++)
        till.Sell(2);
});
var stall = new Thread(() =>
{
    for (var i = 0; i < steps; i++)
        till.Sell(2);
});
box.Start();
stall.Start();
box.Join();
stall.Join();
Report("takings of the till", 2L * 2 * steps, till.Takings);

var north = new Thread(Turnstile.LetIn);
var south = new Thread(Turnstile.LetIn);
north.Start(steps);
south.Start(steps);
north.Join();
south.Join();
Report("visitors at the turnstile", 2L * steps, Turnstile.Visitors);

var account = new Account();
var deposits = new Thread(() =>
{
    for (var i = 0; i < steps; i++)
        account.Deposit(1);
});
var withdrawals = new Thread(() =>
{
    for (var i = 0; i < steps; i++)
        account.Withdraw(1);
});
deposits.Start();
withdrawals.Start();
deposits.Join();
withdrawals.Join();
Report("balance of the account", 0, account.Balance);

long sum = 0;
Parallel.For(0, steps, i =>
{
    sum += i;
});
Report("sum of the numbers", (long)steps * (steps - 1) / 2, sum);

var even = new List<int>(steps);
Parallel.For(0, steps, i =>
{
    if (i % 2 == 0)
        even.Add(i);
});
Report("even numbers in the list", steps / 2, even.Count);

var registry = new Registry();
Parallel.Invoke(
    () =>
    {
        for (var i = 0; i < 1000; i++)
            registry.Take();
    },
    () =>
    {
        for (var i = 0; i < 1000; i++)
            registry.Take();
    });
Report("next free seat", 2000, registry.Take());

return Wrong.Count;

static void Report(string what, long expected, long actual)
{
    if (actual != expected)
        Wrong.Count++;

    Console.WriteLine($"{what,-26} expected {expected,18:N0}   got {actual,18:N0}   {(actual == expected ? "right" : "WRONG")}");
}

/// <summary>How many of the results came out wrong: the exit code.</summary>
internal static class Wrong
{
    public static int Count { get; set; }
}
