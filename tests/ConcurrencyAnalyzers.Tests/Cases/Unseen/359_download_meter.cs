// The methods hold the lock, the property getters read the same fields without it. difficulty: easy
// Blind: a lone count, and a lone read of one word, cannot break anything by themselves and are not reported.
namespace Cases.U359;

public sealed class DownloadMeter
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _durations = [];
    private TimeSpan _longest;

    public int Count => _durations.Count; // blind: INCONSISTENT_LOCK, RACE?

    public TimeSpan Longest => _longest; // blind: INCONSISTENT_LOCK, RACE?, NON_ATOMIC?

    public void Finished(TimeSpan duration)
    {
        lock (_gate)
        {
            _durations.Add(duration);
            if (duration > _longest)
            {
                _longest = duration;
            }
        }
    }
}
