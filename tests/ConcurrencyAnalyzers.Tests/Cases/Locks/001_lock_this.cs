// Anyone who has the object can hold the same lock.
namespace Cases.L001;

public class Jukebox
{
    private readonly List<string> _queue = [];

    public void Add(string song)
    {
        lock (this) // expect: LOCK_MISUSE
        {
            _queue.Add(song);
        }
    }

    public string? Next()
    {
        lock (this) // expect: LOCK_MISUSE
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
