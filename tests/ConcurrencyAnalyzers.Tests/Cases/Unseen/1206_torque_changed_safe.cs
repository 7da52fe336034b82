namespace Blind.C1206;

public sealed class TorqueSignal
{
    private readonly object _gate = new();
    private Action<double>? _changed;
    private Action? _lost;
    private double _last;

    public event Action<double> Changed
    {
        add
        {
            lock (_gate)
            {
                _changed += value;
            }
        }
        remove
        {
            lock (_gate)
            {
                _changed -= value;
            }
        }
    }

    public event Action? Lost;

    public void Publish(double value)
    {
        Action<double>? changed;
        lock (_gate)
        {
            if (_last == value)
            {
                return;
            }

            _last = value;
            changed = _changed;
        }

        changed?.Invoke(value);
    }

    public void Disconnect()
    {
        lock (_gate)
        {
            _last = double.NaN;
            _lost = Lost;
            _changed = null;
        }

        Lost?.Invoke();
    }

    public bool HadListener
    {
        get
        {
            lock (_gate)
            {
                return _lost != null;
            }
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var signal = new TorqueSignal();
        var producer = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                signal.Publish(i / 2);
                await Task.Delay(1);
            }

            signal.Disconnect();
        });

        var watcher = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                Action<double> show = static v => Console.WriteLine(v);
                signal.Changed += show;
                signal.Lost += Console.WriteLine;
                await Task.Delay(3);
                signal.Changed -= show;
            }
        });

        await Task.WhenAll(producer, watcher);
        Console.WriteLine(signal.HadListener);
    }
}
