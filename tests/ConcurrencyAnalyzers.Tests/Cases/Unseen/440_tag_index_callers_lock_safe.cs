// The private helper returns a guarded set, but only to callers that hold the lock and are done with the set before they release it. difficulty: hard
namespace Cases.U440;

public sealed class TagIndex
{
    private readonly object _gate = new();
    private readonly Dictionary<string, HashSet<int>> _photos = [];

    public void Tag(int photo, params IEnumerable<string> tags)
    {
        lock (_gate)
        {
            foreach (var tag in tags)
            {
                SetFor(tag).Add(photo);
            }
        }
    }

    public bool Untag(int photo, string tag)
    {
        lock (_gate)
        {
            return SetFor(tag).Remove(photo);
        }
    }

    public int[] PhotosWith(string first, string second)
    {
        lock (_gate)
        {
            return SetFor(first).Intersect(SetFor(second)).ToArray();
        }
    }

    private HashSet<int> SetFor(string tag)
    {
        if (!_photos.TryGetValue(tag, out var photos))
        {
            photos = [];
            _photos.Add(tag, photos);
        }
        return photos;
    }
}
