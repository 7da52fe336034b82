// A session writes its replies and the frames of a heartbeat loop into one buffered frame writer. difficulty: hard
namespace Cases.U1639;

public sealed class FrameWriter(Stream stream)
{
    private readonly byte[] _buffer = new byte[4096];
    private int _position;

    public int Write(byte kind, ReadOnlySpan<byte> payload)
    {
        if (_position + payload.Length + 2 > _buffer.Length) // expect: RACE?
        {
            Flush(); // expect: RACE?
        }
        _buffer[_position++] = kind; // expect: RACE#1
        _buffer[_position++] = (byte)payload.Length; // expect: RACE#1
        payload.CopyTo(_buffer.AsSpan(_position)); // expect: RACE?
        _position += payload.Length; // expect: RACE#1
        return payload.Length;
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _position); // expect: RACE?
        _position = 0; // expect: RACE#1
    }
}

public interface IRequestSource
{
    ValueTask<byte[]?> NextAsync();
}

public sealed class StreamSession(Stream stream, IRequestSource requests)
{
    private readonly FrameWriter _writer = new(stream);
    private readonly CancellationTokenSource _ended = new();

    public async Task RunAsync(TimeSpan interval)
    {
        var beats = Task.Run(() => BeatAsync(interval));
        while (await requests.NextAsync() is { } request)
        {
            Reply(request);
        }
        _ended.Cancel();
        await beats;
        _writer.Flush();
    }

    private void Reply(byte[] request)
    {
        Array.Reverse(request);
        _writer.Write(1, request); // expect: RACE?
    }

    private async Task BeatAsync(TimeSpan interval)
    {
        while (!_ended.IsCancellationRequested)
        {
            _writer.Write(9, []); // expect: RACE?
            await Task.Delay(interval);
        }
    }
}
