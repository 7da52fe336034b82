// Blind: what a property fills in behind an interface while its caller holds a lock for readers has a path too long to follow.
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Speleology.Mapping;

public interface ISurveyStation
{
    string Name { get; }
    IReadOnlyList<string> WayOut { get; }
}

public abstract class StationBase : ISurveyStation
{
    protected StationBase(string name) => Name = name;

    public string Name { get; }

    public abstract IReadOnlyList<string> WayOut { get; }
}

public sealed class EntranceStation : StationBase
{
    private static readonly string[] Nothing = [];

    public EntranceStation(string name) : base(name)
    {
    }

    public override IReadOnlyList<string> WayOut => Nothing;
}

public sealed class PassageStation : StationBase
{
    private readonly ISurveyStation _towardsEntrance;
    private readonly List<string> _way = new();

    public PassageStation(string name, ISurveyStation towardsEntrance) : base(name) => _towardsEntrance = towardsEntrance;

    public override IReadOnlyList<string> WayOut
    {
        get
        {
            if (_way.Count == 0) // expect: RACE?
            {
                _way.Add(_towardsEntrance.Name); // blind: RACE
                _way.AddRange(_towardsEntrance.WayOut); // blind: RACE
            }
            return _way; // expect: RACE?
        }
    }
}

public sealed class CaveMap
{
    private readonly ReaderWriterLockSlim _access = new();
    private readonly Dictionary<string, ISurveyStation> _stations = new() { ["entrance"] = new EntranceStation("entrance") };

    public void Extend(string name, string from)
    {
        _access.EnterWriteLock();
        try
        {
            _stations[name] = new PassageStation(name, _stations[from]);
        }
        finally
        {
            _access.ExitWriteLock();
        }
    }

    public string RouteFrom(string name)
    {
        _access.EnterReadLock();
        try
        {
            return string.Join(" > ", _stations[name].WayOut); // expect: RACE?
        }
        finally
        {
            _access.ExitReadLock();
        }
    }
}

public static class RescuePlan
{
    public static string[] Routes(CaveMap map, string[] teams) =>
        teams.AsParallel().AsOrdered().Select(map.RouteFrom).ToArray();
}
