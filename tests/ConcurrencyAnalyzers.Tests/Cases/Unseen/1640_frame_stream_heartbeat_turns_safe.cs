// A session writes its replies and the frames of a heartbeat loop into one buffered frame writer. difficulty: hard
namespace Cases.U1640;

public sealed class FrameWriter(Stream stream)
{
    private readonly byte[] _buffer = new byte[4096];
    private int _position;

    public int Write(byte kind, ReadOnlySpan<byte> payload)
    {
        if (_position + payload.Length + 2 > _buffer.Length)
        {
            Flush();
        }
        _buffer[_position++] = kind;
        _buffer[_position++] = (byte)payload.Length;
        payload.CopyTo(_buffer.AsSpan(_position));
        _position += payload.Length;
        return payload.Length;
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _position);
        _position = 0;
    }
}

public interface IRequestSource
{
    ValueTask<byte[]?> NextAsync();
}

public sealed class StreamSession(Stream stream, IRequestSource requests)
{
    private readonly FrameWriter _writer = new(stream);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _ended = new();

    public async Task RunAsync(TimeSpan interval)
    {
        var beats = Task.Run(() => BeatAsync(interval));
        while (await requests.NextAsync() is { } request)
        {
            Array.Reverse(request);
            await InTurnAsync(writer => writer.Write(1, request));
        }
        _ended.Cancel();
        await beats;
        _writer.Flush();
    }

    private async Task<int> InTurnAsync(Func<FrameWriter, int> write)
    {
        await _turn.WaitAsync();
        try
        {
            return write(_writer);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task BeatAsync(TimeSpan interval)
    {
        while (!_ended.IsCancellationRequested)
        {
            await InTurnAsync(writer => writer.Write(9, []));
            await Task.Delay(interval);
        }
    }
}
