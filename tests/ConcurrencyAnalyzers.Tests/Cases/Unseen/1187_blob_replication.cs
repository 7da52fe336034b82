namespace Blind.C1187;

public interface IBlobStore
{
    Task<byte[]> ReadAsync(string name);

    Task WriteAsync(string name, byte[] content);
}

public sealed class ReplicationResult
{
    public long Bytes { get; set; }

    public List<string> Failed { get; } = new();
}

public sealed class BlobReplicator
{
    private readonly SemaphoreSlim _lock = new(4);
    private readonly IBlobStore _source;
    private readonly IBlobStore _target;
    private readonly ReplicationResult _result = new();

    public BlobReplicator(IBlobStore source, IBlobStore target)
    {
        _source = source;
        _target = target;
    }

    public async Task<ReplicationResult> ReplicateAsync(IReadOnlyList<string> names)
    {
        await Task.WhenAll(names.Select(n => Task.Run(() => CopyAsync(n))));
        return _result;
    }

    private async Task CopyAsync(string name)
    {
        await _lock.WaitAsync();
        try
        {
            var content = await _source.ReadAsync(name);
            await _target.WriteAsync(name, content);
            _result.Bytes += content.Length; // expect: RACE
        }
        catch (IOException)
        {
            _result.Failed.Add(name); // expect: RACE
        }
        finally
        {
            _lock.Release();
        }
    }
}
