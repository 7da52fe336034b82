// The requests run at once, but their results are added up by one loop, one after the other, as they finish. difficulty: medium
namespace Cases.U990;

public sealed record MirrorReport(int Alive, long Bytes, List<string> Problems);

public sealed class MirrorCheck(Func<Uri, Task<long>> sizeOf)
{
    private int _alive;
    private long _bytes;

    public async Task<MirrorReport> CheckAsync(IEnumerable<Uri> mirrors)
    {
        var problems = new List<string>();
        var requests = mirrors.Select(mirror => Task.Run(() => sizeOf(mirror))).ToList();
        await foreach (var request in Task.WhenEach(requests))
        {
            try
            {
                _bytes += await request;
                _alive++;
            }
            catch (Exception e)
            {
                problems.Add(e.Message);
            }
        }
        return new MirrorReport(_alive, _bytes, problems);
    }
}
