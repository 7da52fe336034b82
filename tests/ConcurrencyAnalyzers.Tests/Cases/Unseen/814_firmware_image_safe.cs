// Only the caller that wins the CompareExchange writes the fields; everybody else reads them after the completion source is set. difficulty: hard
namespace Cases.U814;

public sealed class FirmwareImage(Func<Task<byte[]>> download)
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _started;
    private byte[] _content = [];
    private int _version;

    public async Task<int> VersionAsync()
    {
        await EnsureLoadedAsync();
        return _version;
    }

    public async Task<ReadOnlyMemory<byte>> BlockAsync(int offset, int length)
    {
        await EnsureLoadedAsync();
        return _content.AsMemory(offset, length);
    }

    public static async Task<int> FlashAllAsync(IEnumerable<string> devices, Func<Task<byte[]>> download)
    {
        var image = new FirmwareImage(download);
        int[] versions = await Task.WhenAll(devices.Select(_ => Task.Run(image.VersionAsync)));
        return versions.Distinct().Count();
    }

    private async Task EnsureLoadedAsync()
    {
        if (Interlocked.CompareExchange(ref _started, 1, 0) != 0)
        {
            await _ready.Task;
            return;
        }
        try
        {
            _content = await download();
            _version = BitConverter.ToInt32(_content);
            _ready.SetResult();
        }
        catch (Exception failure)
        {
            _ready.SetException(failure);
            throw;
        }
    }
}
