using System.Threading.Channels;

int total = 0;
object gate = new();
var channel = Channel.CreateBounded<int>(10);
var done = new ManualResetEventSlim();
var source = new TaskCompletionSource<int>();

var writer = Task.Run(async () =>
{
    for (int i = 0; i < 100; i++)
        await channel.Writer.WriteAsync(i);
    channel.Writer.Complete();
});

Thread reader = new(Read);
reader.Start();
var numbers = new Thread(() => { foreach (var n in Enumerable.Range(1, 5)) { Console.WriteLine(n); total += n; } });
var letters = new Thread(() => { for (var c = 'a'; c <= 'e'; c++) { Console.WriteLine(c); total++; } });
numbers.Start();
letters.Start();
Console.CancelKeyPress += (_, _) => done.Set();
AppDomain.CurrentDomain.ProcessExit += delegate { lock (gate) total = -1; };
await writer;
Local();
await using var registration = new CancellationTokenSource().Token.Register(() => source.TrySetResult(total));
Console.WriteLine(total);
return await source.Task + Volatile.Read(ref total);

void Read()
{
    while (channel.Reader.TryRead(out var item))
    {
        lock (gate)
            total += item;
        if (item is > 10 and < 20 or 42)
            continue;
        done.Wait(10);
    }
}

async void Local()
{
    var closure = total;
    await Task.Yield();
    total = closure + 1;
    static int Twice(int x) => x * 2;
    total = Twice(total);
}

partial class Program
{
    private static int s_starts;
    static Program() => new Thread(static () => s_starts++).Start();
}
