// The counter is static, but each instance guards it with a lock of its own: two readers do not exclude each other. difficulty: medium
namespace Cases.U355;

public sealed class BadgeReader(string door)
{
    private static int s_lastEntry;

    private readonly Lock _gate = new();
    private readonly List<string> _entries = [];

    public int Enter(string badge)
    {
        lock (_gate) // expect: LOCK_MISUSE?
        {
            s_lastEntry++; // expect: INCONSISTENT_LOCK#1, RACE?
            _entries.Add($"{door}: {badge} as {s_lastEntry}"); // expect: INCONSISTENT_LOCK#1, RACE?
            return _entries.Count;
        }
    }

    public string[] Entries()
    {
        lock (_gate)
        {
            return _entries.ToArray();
        }
    }
}

public static class OfficeMorning
{
    public static void Open(BadgeReader[] doors, string[] badges) =>
        Parallel.For(0, badges.Length, i => doors[i % doors.Length].Enter(badges[i]));
}
