// The loaded flag is set before the rules are there, so a message checked meanwhile passes against an empty rule set. difficulty: medium
namespace Cases.U843;

public sealed class SpamRules(string path)
{
    private string[] _phrases = [];
    private bool _loaded;

    public IReadOnlyList<string> Accept(IReadOnlyCollection<string> messages)
    {
        return messages
            .AsParallel()
            .AsOrdered()
            .Where(message => !IsSpam(message))
            .ToList();
    }

    private bool IsSpam(string message)
    {
        EnsureLoaded();
        foreach (var phrase in _phrases) // expect: RACE?, LAZY_INIT?
        {
            if (message.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private void EnsureLoaded()
    {
        if (_loaded) // expect: LAZY_INIT#1, RACE?
        {
            return;
        }
        _loaded = true; // expect: LAZY_INIT#1, RACE?
        _phrases = File.ReadAllLines(path) // expect: LAZY_INIT#1, RACE?
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToArray();
    }
}
