// What the monitor's timer and the one who stops it have in common is only done for other commands than the one that stops; a stored
// kind decides once and for all which of two ways of counting an object uses.
using System;
using System.Collections.Generic;
using System.Threading;

namespace RealCode.CommandThatLeavesEarly;

public sealed class Line
{
    private readonly List<string> _features = new();
    private bool _isUp;

    public string Show() => string.Join(",", _features);

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
        _features.Clear();
        _features.Add("SIZE");
    }
}

public sealed class Monitor
{
    private readonly Line _line = new();
    private Timer? _timer;

    public void Start() => _timer = new Timer(_ => Poll(), null, 0, 5000);

    public void Stop() => _line.Execute("QUIT");

    private void Poll() => Console.WriteLine(_line.Show());
}

public enum Way
{
    Sum,
    Histogram,
    Last,
}

public sealed class Meter
{
    private readonly object _lock = new();
    private readonly Way _way;
    private long _count;
    private double _total;

    public Meter(Way way) => _way = way;

    public void Add(long number)
    {
        switch (_way)
        {
            case Way.Sum:
                Interlocked.Add(ref _count, number);
                break;
            case Way.Last:
                Interlocked.Exchange(ref _count, number);
                break;
            case Way.Histogram:
                Note(number);
                break;
            default:
                break;
        }
    }

    private void Note(double number)
    {
        lock (_lock)
        {
            _count++;
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
