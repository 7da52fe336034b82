using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Blind.C1188;

public interface IChunkStore
{
    Task PutAsync(string hash, byte[] content);
}

public sealed class ChunkUploader
{
    private readonly SemaphoreSlim _slots = new(4);
    private readonly SemaphoreSlim _index = new(1, 1);
    private readonly Dictionary<string, int> _references = new();
    private readonly ConcurrentQueue<string> _failed = new();
    private readonly IChunkStore _store;
    private long _uploaded;
    private int _duplicates;

    public ChunkUploader(IChunkStore store)
    {
        _store = store;
    }

    public async Task<long> UploadAsync(IReadOnlyList<byte[]> chunks)
    {
        await Task.WhenAll(chunks.Select(c => Task.Run(() => UploadOneAsync(c))));
        return Interlocked.Read(ref _uploaded);
    }

    private async Task UploadOneAsync(byte[] chunk)
    {
        var hash = Convert.ToHexString(SHA256.HashData(chunk));
        if (!await ReferenceAsync(hash))
        {
            return;
        }

        await _slots.WaitAsync();
        try
        {
            await _store.PutAsync(hash, chunk);
            Interlocked.Add(ref _uploaded, chunk.Length);
        }
        catch (IOException)
        {
            _failed.Enqueue(hash);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<bool> ReferenceAsync(string hash)
    {
        await _index.WaitAsync();
        try
        {
            _references.TryGetValue(hash, out var count);
            _references[hash] = count + 1;
            if (count > 0)
            {
                _duplicates++;
            }

            return count == 0;
        }
        finally
        {
            _index.Release();
        }
    }

    public async Task<int> DuplicatesAsync()
    {
        await _index.WaitAsync();
        try
        {
            return _duplicates;
        }
        finally
        {
            _index.Release();
        }
    }
}
