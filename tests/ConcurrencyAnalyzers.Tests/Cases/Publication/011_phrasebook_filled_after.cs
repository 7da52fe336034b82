// Double-checked, but readers that skip the lock meet a dictionary that is still being filled.
namespace Cases.P011;

public sealed class Phrasebook
{
    private readonly object _gate = new();
    private Dictionary<string, string>? _phrases;

    public string Say(string phrase)
    {
        if (_phrases is null) // expect: LAZY_INIT#1
        {
            lock (_gate)
            {
                if (_phrases is null)
                {
                    _phrases = new Dictionary<string, string>(); // expect: LAZY_INIT#1
                    _phrases.Add("hello", "hei"); // expect: LAZY_INIT?, RACE?
                    _phrases.Add("bye", "ha det"); // expect: LAZY_INIT?, RACE?
                }
            }
        }

        return _phrases[phrase]; // expect: LAZY_INIT?, INCONSISTENT_LOCK?, RACE?
    }
}
