// The view stays inside; who asks is given a copy that was made under the lock.
using System.Collections.ObjectModel;

namespace CopyForWhoAsksSafe;

public sealed class BellPeal
{
    private readonly object _rope = new();
    private readonly Dictionary<string, int> _strokes = [];
    private readonly ReadOnlyDictionary<string, int> _shown;

    public BellPeal()
    {
        _shown = new ReadOnlyDictionary<string, int>(_strokes);
    }

    public void Strike(string bell)
    {
        lock (_rope)
        {
            _strokes[bell] = _strokes.GetValueOrDefault(bell) + 1;
        }
    }

    public void Muffle(string bell)
    {
        lock (_rope)
        {
            _strokes.Remove(bell);
        }
    }

    public IReadOnlyDictionary<string, int> Strokes()
    {
        lock (_rope)
        {
            return _shown.ToDictionary(stroke => stroke.Key, stroke => stroke.Value);
        }
    }

    public int Total()
    {
        lock (_rope)
        {
            return _shown.Values.Sum();
        }
    }
}
