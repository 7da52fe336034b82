// Fire-and-forget tasks fill a dictionary that nobody waits for; it is read while they still write. difficulty: medium
namespace Cases.U333;

public sealed class ThumbnailIndex(Func<string, byte[]> render)
{
    private readonly Dictionary<string, byte[]> _thumbnails = [];

    public int Build(IEnumerable<string> photos)
    {
        foreach (var photo in photos)
        {
            var thumbnail = render(photo);
            _ = Task.Run(() => _thumbnails[photo] = thumbnail); // expect: RACE, MISSING_AWAIT?
        }
        return _thumbnails.Count; // expect: RACE?
    }
}
