// The helpers touch the state without a lock statement of their own; every caller already holds the lock. difficulty: hard
using System.Diagnostics;

namespace Cases.U731;

public enum DeviceState
{
    Unknown,
    Online,
    Silent,
}

public sealed partial class DeviceTwin(string id)
{
    private readonly Lock _gate = new();
    private readonly Queue<double> _window = new();
    private DeviceState _state;
    private double _sum;

    public string Id { get; } = id;

    public void OnTelemetry(double value)
    {
        lock (_gate)
        {
            Push(value);
            _state = DeviceState.Online;
        }
    }

    public void OnTimeout()
    {
        lock (_gate)
        {
            if (_state == DeviceState.Online)
            {
                _state = DeviceState.Silent;
                Reset();
            }
        }
    }

    public (DeviceState State, double Mean) Read()
    {
        lock (_gate)
        {
            return (_state, Mean());
        }
    }
}

public sealed partial class DeviceTwin
{
    private const int WindowSize = 32;

    private void Push(double value)
    {
        Debug.Assert(_gate.IsHeldByCurrentThread);
        _window.Enqueue(value);
        _sum += value;
        if (_window.Count > WindowSize)
        {
            _sum -= _window.Dequeue();
        }
    }

    private void Reset()
    {
        Debug.Assert(_gate.IsHeldByCurrentThread);
        _window.Clear();
        _sum = 0;
    }

    private double Mean() => _window.Count == 0 ? double.NaN : _sum / _window.Count;
}
