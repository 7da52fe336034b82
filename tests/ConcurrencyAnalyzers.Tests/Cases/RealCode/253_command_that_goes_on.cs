// The nearest wrong ones: another command does connect while the timer looks; and the way of counting can be changed at any time.
using System;
using System.Collections.Generic;
using System.Threading;

namespace RealCode.CommandThatGoesOn;

public sealed class Line
{
    private readonly List<string> _features = new();
    private bool _isUp;

    public string Show() => string.Join(",", _features); // expect: RACE#1

    public string Execute(string command)
    {
        if (!_isUp)
        {
            if (command == "QUIT")
                return "closed already";
            Connect();
        }

        return "sent " + command.Length;
    }

    private void Connect()
    {
        _features.Clear(); // expect: RACE#1
        _features.Add("SIZE"); // expect: RACE#1
    }
}

public sealed class Monitor
{
    private readonly Line _line = new();
    private Timer? _timer;

    public void Start() => _timer = new Timer(_ => Poll(), null, 0, 5000);

    public void Ask() => _line.Execute("NOOP");

    private void Poll() => Console.WriteLine(_line.Show());
}

public enum Way
{
    Sum,
    Histogram,
}

public sealed class Meter
{
    private readonly object _lock = new();
    private Way _way;
    private long _count;
    private double _total;

    public Meter(Way way) => _way = way;

    public void Change(Way way) => _way = way;

    public void Add(long number)
    {
        switch (_way)
        {
            case Way.Sum:
                Interlocked.Add(ref _count, number);
                break;
            default:
                Note(number);
                break;
        }
    }

    private void Note(double number)
    {
        lock (_lock)
        {
            _count++; // expect: NON_ATOMIC
            _total += number;
        }
    }

    public double Total()
    {
        lock (_lock)
        {
            return _total / _count;
        }
    }
}
