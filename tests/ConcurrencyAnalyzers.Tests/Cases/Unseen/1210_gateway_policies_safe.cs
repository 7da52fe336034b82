using System.Collections.Immutable;

namespace Blind.C1210;

public sealed record Policy(string Name, int Limit);

public sealed class PolicyGroup
{
    private readonly object _gate = new();
    private readonly List<Policy> _policies = new();
    private readonly Dictionary<string, HashSet<string>> _tags = new();
    private ImmutableDictionary<string, int> _limits = ImmutableDictionary<string, int>.Empty;
    private IReadOnlyList<Policy>? _cached;

    public void Add(Policy policy, string tag)
    {
        lock (_gate)
        {
            _policies.Add(policy);
            _cached = null;
            _limits = _limits.SetItem(policy.Name, policy.Limit);
            if (!_tags.TryGetValue(tag, out var names))
            {
                names = new HashSet<string>();
                _tags.Add(tag, names);
            }

            names.Add(policy.Name);
        }
    }

    public IReadOnlyList<Policy> Policies
    {
        get
        {
            lock (_gate)
            {
                return _cached ??= _policies.ToArray();
            }
        }
    }

    public ImmutableDictionary<string, int> Limits
    {
        get
        {
            lock (_gate)
            {
                return _limits;
            }
        }
    }

    public bool TryGetTagged(string tag, out IReadOnlySet<string>? names)
    {
        lock (_gate)
        {
            var found = _tags.TryGetValue(tag, out var set);
            names = found ? new HashSet<string>(set!) : null;
            return found;
        }
    }
}
