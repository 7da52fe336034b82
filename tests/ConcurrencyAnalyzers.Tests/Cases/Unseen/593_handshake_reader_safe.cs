// The reader thread fills the handshake fields and then completes the task that callers await.
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U593;

public sealed class HandshakeReader
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TextReader _input;
    private readonly Thread _thread;
    private string _serverName = "";
    private string[] _features = Array.Empty<string>();
    private int _protocol;

    public HandshakeReader(TextReader input)
    {
        _input = input;
        _thread = new Thread(ReadHandshake) { IsBackground = true, Name = "handshake" };
    }

    public async Task<string> OpenAsync()
    {
        _thread.Start();
        await _ready.Task;
        return $"{_serverName} v{_protocol} [{string.Join(' ', _features)}]";
    }

    public async Task<bool> SupportsAsync(string feature)
    {
        await _ready.Task.ConfigureAwait(false);
        return Array.IndexOf(_features, feature) >= 0;
    }

    private void ReadHandshake()
    {
        try
        {
            _serverName = _input.ReadLine() ?? throw new EndOfStreamException();
            _protocol = int.Parse(_input.ReadLine() ?? "0");
            _features = (_input.ReadLine() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            _ready.TrySetResult();
        }
        catch (Exception ex)
        {
            _ready.TrySetException(ex);
        }
    }
}
