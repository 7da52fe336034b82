using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1178;

public sealed record CarillonProgram(ImmutableList<string> Tunes, int Volume, int Revision);

public sealed class Carillon
{
    private CarillonProgram _program = new([], 50, 0);

    public CarillonProgram Program => Volatile.Read(ref _program);

    public void Append(string tune)
        => Change(p => p with { Tunes = p.Tunes.Add(tune) });

    public void Louder(int steps)
        => Change(p => p with { Volume = Math.Clamp(p.Volume + steps, 0, 100) });

    public string? TakeNext()
    {
        while (true)
        {
            var seen = Volatile.Read(ref _program);
            if (seen.Tunes.IsEmpty)
                return null;
            var rest = seen with { Tunes = seen.Tunes.RemoveAt(0), Revision = seen.Revision + 1 };
            if (ReferenceEquals(Interlocked.CompareExchange(ref _program, rest, seen), seen))
                return seen.Tunes[0];
        }
    }

    private void Change(Func<CarillonProgram, CarillonProgram> change)
    {
        var seen = Volatile.Read(ref _program);
        while (true)
        {
            var next = change(seen) with { Revision = seen.Revision + 1 };
            var actual = Interlocked.CompareExchange(ref _program, next, seen);
            if (ReferenceEquals(actual, seen))
                return;
            seen = actual;
        }
    }

    public static async Task Main()
    {
        var carillon = new Carillon();
        var sexton = Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                carillon.Append($"tune {i}");
        });
        var tower = Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                carillon.Louder(i % 2 == 0 ? 3 : -2);
                if (carillon.TakeNext() is { } tune)
                    Console.WriteLine(tune);
            }
        });
        await Task.WhenAll(sexton, tower);
        Console.WriteLine(carillon.Program);
    }
}
