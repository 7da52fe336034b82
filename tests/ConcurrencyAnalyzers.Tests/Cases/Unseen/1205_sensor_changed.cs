namespace Blind.C1205;

public sealed class ValueChangedEventArgs : EventArgs
{
    public ValueChangedEventArgs(double value)
    {
        Value = value;
    }

    public double Value { get; }
}

public sealed class DriveSignal
{
    private readonly object _gate = new();
    private EventHandler<ValueChangedEventArgs>? _changed;

    public event EventHandler<ValueChangedEventArgs> Changed
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

    public void Publish(double value)
    {
        if (_changed != null) // expect: RACE#1
        {
            _changed(this, new ValueChangedEventArgs(value)); // expect: RACE#1
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var signal = new DriveSignal();
        var producer = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                signal.Publish(i);
                await Task.Delay(1);
            }
        });

        var watcher = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                EventHandler<ValueChangedEventArgs> show = static (_, e) => Console.WriteLine(e.Value);
                signal.Changed += show;
                await Task.Delay(3);
                signal.Changed -= show;
            }
        });

        await Task.WhenAll(producer, watcher);
    }
}
