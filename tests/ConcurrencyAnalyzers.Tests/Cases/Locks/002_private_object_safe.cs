// A private readonly object that nobody else sees.
namespace Cases.L002;

public class Jukebox
{
    private readonly object _gate = new();
    private readonly List<string> _queue = [];

    public void Add(string song)
    {
        lock (_gate)
        {
            _queue.Add(song);
        }
    }

    public string? Next()
    {
        lock (_gate)
        {
            if (_queue.Count == 0)
            {
                return null;
            }

            var song = _queue[0];
            _queue.RemoveAt(0);
            return song;
        }
    }

    public void Party(string[] songs) => Parallel.ForEach(songs, Add);
}
