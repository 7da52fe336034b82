namespace Blind.C1209;

public sealed record Upstream(string Host, int Weight);

public sealed class UpstreamGroup
{
    private readonly object _gate = new();
    private readonly List<Upstream> _members = new();
    private readonly Dictionary<string, HashSet<string>> _tags = new();

    public void Join(Upstream upstream, string tag)
    {
        lock (_gate)
        {
            _members.Add(upstream);
            if (!_tags.TryGetValue(tag, out var hosts))
            {
                hosts = new HashSet<string>();
                _tags.Add(tag, hosts);
            }

            hosts.Add(upstream.Host);
        }
    }

    public void Leave(string host)
    {
        lock (_gate)
        {
            _members.RemoveAll(m => m.Host == host);
            foreach (var hosts in _tags.Values)
            {
                hosts.Remove(host);
            }
        }
    }

    public IReadOnlyList<Upstream> Members
    {
        get
        {
            lock (_gate)
            {
                return _members.AsReadOnly(); // expect: ESCAPES_LOCK
            }
        }
    }

    public bool TryGetTagged(string tag, out IReadOnlySet<string>? hosts)
    {
        lock (_gate)
        {
            var found = _tags.TryGetValue(tag, out var set);
            hosts = set; // expect: ESCAPES_LOCK
            return found;
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _members.Count;
            }
        }
    }
}
