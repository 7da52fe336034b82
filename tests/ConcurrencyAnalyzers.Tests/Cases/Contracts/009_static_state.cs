using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K009;

static class Registry
{
    private static readonly object s_gate = new();
    [GuardedBy(nameof(s_gate))] private static readonly Dictionary<string, int> s_ids = new() { ["root"] = 0 };
    [GuardedBy(nameof(s_gate))] private static int s_next;

    static Registry()
    {
        s_next = s_ids.Count;
    }

    public static int Register(string name)
    {
        lock (s_gate)
        {
            s_ids[name] = s_next;
            return s_next++;
        }
    }

    public static void Reset()
    {
        s_next = 1; // expect: INCONSISTENT_LOCK
    }
}

class Client
{
    [GuardedBy(nameof(s_gate))] private static int s_made;
    private static readonly object s_gate = new();

    public Client()
    {
        s_made++; // expect: INCONSISTENT_LOCK
    }

    public static int Made()
    {
        lock (s_gate)
        {
            return s_made;
        }
    }
}
