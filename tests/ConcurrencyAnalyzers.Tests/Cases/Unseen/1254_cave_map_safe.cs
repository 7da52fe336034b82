using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Speleology.Rigging;

public interface IRigPoint
{
    string Name { get; }
    IReadOnlyList<string> WayUp { get; }
}

public abstract class RigPointBase : IRigPoint
{
    protected RigPointBase(string name) => Name = name;

    public string Name { get; }

    public abstract IReadOnlyList<string> WayUp { get; }
}

public sealed class SurfaceAnchor : RigPointBase
{
    private static readonly string[] Nothing = [];

    public SurfaceAnchor(string name) : base(name)
    {
    }

    public override IReadOnlyList<string> WayUp => Nothing;
}

public sealed class PitchHead : RigPointBase
{
    private readonly List<string> _way = new();

    public PitchHead(string name, IRigPoint above) : base(name)
    {
        _way.Add(above.Name);
        _way.AddRange(above.WayUp);
    }

    public override IReadOnlyList<string> WayUp => _way;
}

public sealed class RiggingMap
{
    private readonly ReaderWriterLockSlim _access = new();
    private readonly Dictionary<string, IRigPoint> _points = new() { ["surface"] = new SurfaceAnchor("surface") };

    public void Extend(string name, string from)
    {
        _access.EnterWriteLock();
        try
        {
            _points[name] = new PitchHead(name, _points[from]);
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
            return string.Join(" > ", _points[name].WayUp);
        }
        finally
        {
            _access.ExitReadLock();
        }
    }
}

public static class DerigPlan
{
    public static string[] Routes(RiggingMap map, string[] teams) =>
        teams.AsParallel().AsOrdered().Select(map.RouteFrom).ToArray();
}
