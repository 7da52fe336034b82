// The handler is attached first, the table filled after: the callback can already be running.
namespace Cases.F037;

public sealed class Sweeper
{
    private readonly Dictionary<string, int> _ages = new();
    private Timer? _timer;

    public void Start()
    {
        _timer = new Timer(_ => Sweep(), null, 0, 1000);
        _ages["first"] = 0; // expect: RACE
    }

    private void Sweep()
    {
        _ages.Remove("first"); // expect: RACE
    }
}
