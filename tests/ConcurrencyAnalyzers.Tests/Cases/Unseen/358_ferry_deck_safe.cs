// TryEnter with a timeout: who does not get the monitor throws before it touches anything, and the finally releases what was taken. difficulty: medium
namespace Cases.U358;

public sealed class FerryDeck(int capacity, TimeSpan patience)
{
    private readonly object _ramp = new();
    private readonly List<string> _vehicles = [];
    private int _meters;

    public bool Board(string plate, int meters)
    {
        bool taken = false;
        try
        {
            Monitor.TryEnter(_ramp, patience, ref taken);
            if (!taken)
            {
                throw new TimeoutException($"{plate} waited too long");
            }
            if (_meters + meters > capacity)
            {
                return false;
            }
            _vehicles.Add(plate);
            _meters += meters;
            return true;
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_ramp);
            }
        }
    }

    public IReadOnlyList<string> Unload()
    {
        bool taken = false;
        Monitor.Enter(_ramp, ref taken);
        try
        {
            var unloaded = _vehicles.ToArray();
            _vehicles.Clear();
            _meters = 0;
            return unloaded;
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_ramp);
            }
        }
    }
}
