// CONC1004: a lock is given back between asking and taking
namespace Stress;

public sealed class Seats
{
    private readonly object _gate = new();
    private readonly Dictionary<int, int> _taken = [];

    public bool TryTake(int seat, int guest)
    {
        bool free;
        lock (_gate)
        {
            free = !_taken.ContainsKey(seat);
        }

        if (!free)
        {
            return false;
        }

        lock (_gate)
        {
            _taken[seat] = guest;
        }

        return true;
    }

    private int Take(int guest) => Enumerable.Range(0, 20_000).Count(seat => TryTake(seat, guest));

    public static int Run() => Rounds.Play(() =>
    {
        var seats = new Seats();
        var one = Task.Run(() => seats.Take(1));
        var two = Task.Run(() => seats.Take(2));
        return one.Result + two.Result == 20_000;
    });
}
