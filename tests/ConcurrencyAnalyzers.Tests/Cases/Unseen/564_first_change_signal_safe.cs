// The writer fills the plain fields and then completes the source; the awaiting reader sees them in full. difficulty: hard
namespace Cases.U564;

public sealed class FolderProbe
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, long> _sizes = [];
    private long _total;

    private FolderProbe()
    {
    }

    public static async Task<string> DescribeAsync(string[] files, Func<string, long> sizeOf)
    {
        var probe = new FolderProbe();
        var thread = new Thread(() => probe.Measure(files, sizeOf)) { IsBackground = true };
        thread.Start();
        await probe._ready.Task;
        return $"{probe._sizes.Count} files, {probe._total} bytes";
    }

    private void Measure(string[] files, Func<string, long> sizeOf)
    {
        try
        {
            foreach (var file in files)
            {
                long size = sizeOf(file);
                _sizes[file] = size;
                _total += size;
            }
            _ready.TrySetResult();
        }
        catch (Exception error)
        {
            _ready.TrySetException(error);
        }
    }
}
