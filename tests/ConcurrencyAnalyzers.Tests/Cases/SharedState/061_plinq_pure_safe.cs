// The number comes from the index; nothing is shared.
namespace Cases.S061;

public class Badges
{
    private int _first = 1;

    public void StartAt(int first) => _first = first;

    public string[] Print(string[] guests) =>
        guests.AsParallel().AsOrdered().Select((guest, i) => $"{_first + i}: {guest}").ToArray();
}
