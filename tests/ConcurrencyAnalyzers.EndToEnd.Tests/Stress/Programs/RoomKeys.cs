// CONC2001: a lock on a boxed number is a new lock each time
namespace Stress;

public sealed class RoomKeys
{
    private readonly Dictionary<int, int> _uses = [];

    private void Use(int room)
    {
        object key = room;
        lock (key)
        {
            _uses[room] = _uses.GetValueOrDefault(room) + Window.Open(1);
        }
    }

    public static int Run() => Rounds.Play(() =>
    {
        var keys = new RoomKeys();
        Parallel.For(0, 200_000, i => keys.Use(i % 2_000));
        return keys._uses.Count == 2_000 && keys._uses.Values.All(times => times == 100);
    });
}
