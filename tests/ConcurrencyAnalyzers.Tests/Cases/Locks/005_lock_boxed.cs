// Every lock boxes the number anew.
namespace Cases.L005;

public class RoomKeys
{
    private readonly Dictionary<int, int> _uses = [];

    public void Use(int room)
    {
        object key = room;
        lock (key) // expect: LOCK_MISUSE
        {
            _uses[room] = _uses.GetValueOrDefault(room) + 1; // expect: RACE?
        }
    }

    public void Night(int[] rooms) => Parallel.ForEach(rooms, Use);
}
