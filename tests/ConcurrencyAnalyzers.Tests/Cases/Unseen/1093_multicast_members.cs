using System.Net;
using System.Net.Sockets;

namespace Cases.L1093;

public sealed class MulticastMembers
{
    private readonly object _membersLock = new();
    private readonly HashSet<IPEndPoint> _members = new();
    private readonly Dictionary<IPEndPoint, long> _lastSeen = new();

    public void Join(IPEndPoint member)
    {
        lock (_membersLock)
        {
            _members.Add(member);
            _lastSeen[member] = Environment.TickCount64;
        }
    }

    public void Touch(IPEndPoint member)
    {
        lock (_membersLock)
        {
            if (_members.Contains(member))
            {
                _lastSeen[member] = Environment.TickCount64;
            }
        }
    }

    public int DropSilent(long olderThanMs)
    {
        long now = Environment.TickCount64;
        lock (_membersLock)
        {
            IPEndPoint[] silent = _lastSeen.Where(p => now - p.Value > olderThanMs).Select(p => p.Key).ToArray();
            foreach (IPEndPoint member in silent)
            {
                _members.Remove(member);
                _lastSeen.Remove(member);
            }
            return silent.Length;
        }
    }

    public async Task SendAllAsync(UdpClient socket, ReadOnlyMemory<byte> datagram, CancellationToken ct)
    {
        foreach (IPEndPoint member in _members) // expect: INCONSISTENT_LOCK, RACE?
        {
            await socket.SendAsync(datagram, member, ct);
        }
    }
}
