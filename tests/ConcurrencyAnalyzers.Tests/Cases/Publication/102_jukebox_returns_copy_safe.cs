// A copy, made inside the lock.
namespace Cases.P102;

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
            return new List<string>(_songs);
        }
    }

    public string[] ToArray()
    {
        lock (_gate)
        {
            return [.. _songs];
        }
    }
}
