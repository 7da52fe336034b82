using System.Diagnostics;
using CpuBound;

var watch = Stopwatch.StartNew();
var low = Task.Run(() => Primes.Count(0, 1_500_000));
var high = Task.Run(() => Primes.Count(1_500_000, 3_000_000));
var count = await low + await high;
Console.WriteLine($"{count:N0} primes below 3,000,000, in {watch.ElapsedMilliseconds:N0} ms");
return count == 216_816 ? 0 : 1;
