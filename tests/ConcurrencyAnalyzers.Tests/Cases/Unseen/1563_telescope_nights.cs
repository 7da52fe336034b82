// Assigns requested observations to the free hours of one telescope.
using System.Collections.Concurrent;

namespace Cases.U1563;

public sealed record Observation(string Observer, string Target, int PreferredHour);

public sealed class NightPlan
{
    private readonly ConcurrentDictionary<int, Observation> _hours = new();

    public bool IsFree(int hour) => !_hours.ContainsKey(hour); // expect: CHECK_THEN_ACT#1

    public void Assign(int hour, Observation observation)
    {
        _hours[hour] = observation; // expect: CHECK_THEN_ACT#1
    }

    public IReadOnlyDictionary<int, Observation> Hours => _hours;
}

public sealed class NightPlanner(int firstHour, int lastHour)
{
    private readonly NightPlan _plan = new();
    private readonly ConcurrentQueue<Observation> _rejected = new();

    public int Rejected => _rejected.Count;

    public IReadOnlyDictionary<int, Observation> Plan(IEnumerable<Observation> requests)
    {
        Parallel.ForEach(requests, Place);
        return _plan.Hours;
    }

    private void Place(Observation request)
    {
        foreach (int hour in HoursAround(request.PreferredHour))
        {
            if (_plan.IsFree(hour)) // expect: CHECK_THEN_ACT#1
            {
                _plan.Assign(hour, request); // expect: CHECK_THEN_ACT#1
                return;
            }
        }
        _rejected.Enqueue(request);
    }

    private IEnumerable<int> HoursAround(int hour)
    {
        for (int distance = 0; distance <= lastHour - firstHour; distance++)
        {
            if (hour + distance <= lastHour)
            {
                yield return hour + distance;
            }
            if (distance > 0 && hour - distance >= firstHour)
            {
                yield return hour - distance;
            }
        }
    }
}
