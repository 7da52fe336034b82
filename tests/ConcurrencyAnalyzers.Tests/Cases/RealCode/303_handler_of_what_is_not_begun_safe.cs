// No operation has been begun with what the constructor has made: its handler cannot run yet.
using System.Net.Sockets;

namespace Cases.R303;

public sealed class Line
{
    private readonly Socket _socket;
    private readonly SocketAsyncEventArgs _receive;
    private readonly List<int> _lengths;

    public Line(Socket socket)
    {
        _socket = socket;
        _receive = new SocketAsyncEventArgs();
        _receive.Completed += OnReceived;
        _lengths = new List<int>();
    }

    public void Begin()
    {
        _receive.SetBuffer(new byte[100], 0, 100);
        if (!_socket.ReceiveAsync(_receive))
            OnReceived(this, _receive);
    }

    private void OnReceived(object? sender, SocketAsyncEventArgs e) => _lengths.Add(e.BytesTransferred);
}
