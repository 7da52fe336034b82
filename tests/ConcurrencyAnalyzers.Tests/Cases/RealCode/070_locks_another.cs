// The nearest wrong one: one member does not lock the set.
namespace Cases.R070;

public interface ITopology
{
    void Exclude(Type type);

    void Include(Type type);

    bool IsIncluded(Type type);
}

public sealed class Topology : ITopology
{
    private static readonly Lazy<ITopology> s_topology = new(() => new Topology());

    private readonly HashSet<Type> _excluded = new();

    bool ITopology.IsIncluded(Type type)
    {
        lock (_excluded)
            return !_excluded.Contains(type);
    }

    void ITopology.Exclude(Type type)
    {
        lock (_excluded)
            _excluded.Add(type);
    }

    void ITopology.Include(Type type) => _excluded.Remove(type); // expect: INCONSISTENT_LOCK

    public static void Exclude(Type type) => s_topology.Value.Exclude(type);

    public static bool IsIncluded(Type type) => s_topology.Value.IsIncluded(type);
}
