// Read model of an event store: folds plan events into the number of active subscriptions and can be rebuilt from the history. difficulty: medium
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1503;

public sealed record PlanEvent(long Position, string Plan, int Change);

public sealed class SubscriptionProjection
{
    private readonly Lock _gate = new();
    private readonly Lock _rebuildGate = new();
    private readonly Dictionary<string, int> _active = [];
    private long _position;

    public void Apply(PlanEvent change)
    {
        lock (_gate)
        {
            if (change.Position > _position)
            {
                Fold(change);
            }
        }
    }

    public int ActiveOn(string plan)
    {
        lock (_gate)
        {
            return _active.GetValueOrDefault(plan);
        }
    }

    public long Position
    {
        get
        {
            lock (_gate)
            {
                return _position;
            }
        }
    }

    public void Rebuild(IEnumerable<PlanEvent> history)
    {
        lock (_rebuildGate)
        {
            _active.Clear(); // expect: INCONSISTENT_LOCK#1, RACE?
            _position = 0; // expect: INCONSISTENT_LOCK#1, RACE?
            foreach (var change in history)
            {
                Fold(change); // expect: INCONSISTENT_LOCK#1, RACE?
            }
        }
    }

    private void Fold(PlanEvent change)
    {
        _active[change.Plan] = _active.GetValueOrDefault(change.Plan) + change.Change; // expect: INCONSISTENT_LOCK#1, RACE?
        _position = change.Position; // expect: INCONSISTENT_LOCK#1, RACE?
    }
}
