// The list that was read is written back longer: two singers who join at once, and one of them is gone.
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cases.Atomicity.S003;

public sealed class Choir
{
    private readonly ConcurrentDictionary<string, ImmutableList<string>> _voices = new();

    public void Join(string voice, string singer)
    {
        if (_voices.TryGetValue(voice, out var singers))
        {
            var longer = singers.Add(singer);
            _voices[voice] = longer; // expect: CHECK_THEN_ACT
        }
        else
        {
            _voices[voice] = ImmutableList.Create(singer); // expect: CHECK_THEN_ACT?
        }
    }

    public void Leave(string voice, string singer)
    {
        var all = _voices.GetOrAdd(voice, ImmutableList<string>.Empty);
        _voices[voice] = all.Remove(singer); // expect: CHECK_THEN_ACT
    }
}
