// The member locks its own set; that it is reached by way of a lazy instance changes nothing.
namespace Cases.R069;

public interface ITopology
{
    void Exclude(Type type);

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

    public static void Exclude(Type type) => s_topology.Value.Exclude(type);

    public static bool IsIncluded(Type type) => s_topology.Value.IsIncluded(type);
}
