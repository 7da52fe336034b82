// A collection initialiser runs before the assignment.
namespace Cases.P012;

public sealed class Phrasebook
{
    private readonly object _gate = new();
    private volatile Dictionary<string, string>? _phrases;

    public string Say(string phrase)
    {
        if (_phrases is null)
        {
            lock (_gate)
            {
                _phrases ??= new Dictionary<string, string>
                {
                    ["hello"] = "hei",
                    ["bye"] = "ha det",
                };
            }
        }

        return _phrases[phrase];
    }
}
