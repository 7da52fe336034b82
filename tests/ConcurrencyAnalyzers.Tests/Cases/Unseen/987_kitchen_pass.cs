// A bounded queue with Monitor: both waits are in while loops under the lock, and every change pulses all. difficulty: medium
namespace Cases.U987;

public sealed class KitchenPass(int capacity)
{
    private readonly object _gate = new();
    private readonly Queue<string> _plates = new();
    private bool _closed;

    public void Put(string plate)
    {
        lock (_gate)
        {
            while (_plates.Count == capacity && !_closed)
            {
                Monitor.Wait(_gate);
            }
            if (_closed)
            {
                throw new InvalidOperationException("the kitchen is closed");
            }
            _plates.Enqueue(plate);
            Monitor.PulseAll(_gate);
        }
    }

    public string? Take()
    {
        lock (_gate)
        {
            while (_plates.Count == 0 && !_closed)
            {
                Monitor.Wait(_gate);
            }
            if (_plates.Count == 0)
            {
                return null;
            }
            var plate = _plates.Dequeue();
            Monitor.PulseAll(_gate);
            return plate;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
