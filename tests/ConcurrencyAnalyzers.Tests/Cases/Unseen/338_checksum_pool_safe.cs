// Each work item fills the slot object it was handed and signals; the countdown is awaited before the slots are read. difficulty: medium
namespace Cases.U338;

public sealed class ChecksumSlot(string file)
{
    public string File { get; } = file;
    public int Checksum { get; set; }
    public string? Error { get; set; }
}

public static class ChecksumRun
{
    public static string[] Verify(IReadOnlyList<string> files, Func<string, int> checksumOf)
    {
        var slots = files.Select(file => new ChecksumSlot(file)).ToArray();
        using var pending = new CountdownEvent(slots.Length);
        foreach (var slot in slots)
        {
            ThreadPool.QueueUserWorkItem(own =>
            {
                try
                {
                    own.Checksum = checksumOf(own.File);
                }
                catch (IOException failure)
                {
                    own.Error = failure.Message;
                }
                finally
                {
                    pending.Signal();
                }
            }, slot, preferLocal: false);
        }
        pending.Wait();
        return slots.Select(slot => slot.Error ?? $"{slot.File}: {slot.Checksum:x8}").ToArray();
    }
}
