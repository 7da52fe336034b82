// The list leaves the lock that guards it.
namespace Cases.P101;

public sealed class Jukebox
{
    private readonly object _gate = new();
    private readonly List<string> _songs = [];

    public void Add(string song)
    {
        lock (_gate)
        {
            _songs.Add(song);
        }
    }

    public List<string> GetSongs()
    {
        lock (_gate)
        {
            return _songs; // expect: ESCAPES_LOCK
        }
    }
}
