// A station shows its departures on a board in the hall and on one beside the track, each with its own lock. difficulty: hard
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1502;

public sealed class PlatformBoards
{
    private readonly Lock _hallGate = new();
    private readonly Lock _trackGate = new();
    private readonly Dictionary<string, int> _platformOf = [];
    private int _changes;

    /// <summary>Every change holds both locks, always in this order.</summary>
    public void Move(string train, int platform)
    {
        lock (_hallGate)
        {
            lock (_trackGate)
            {
                _platformOf[train] = platform;
                _changes++;
            }
        }
    }

    public bool Cancel(string train)
    {
        lock (_hallGate)
        {
            lock (_trackGate)
            {
                if (!_platformOf.Remove(train))
                {
                    return false;
                }
                _changes++;
                return true;
            }
        }
    }

    public string ShowInHall(string train)
    {
        lock (_hallGate)
        {
            return _platformOf.TryGetValue(train, out int platform)
                ? $"{train}: platform {platform} (change {_changes})"
                : $"{train}: cancelled";
        }
    }

    public List<string> ShowBesideTrack(int platform)
    {
        var trains = new List<string>();
        lock (_trackGate)
        {
            foreach (var (train, where) in _platformOf)
            {
                if (where == platform)
                {
                    trains.Add(train);
                }
            }
        }
        return trains;
    }
}
