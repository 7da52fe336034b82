using System.Collections.Generic;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace Cases.R172;

// The event comes when an operation ends that was still under way; where it has ended already, the flow that asked goes on itself.
sealed class Sink(Socket socket)
{
    private readonly byte[] _buffer = new byte[4096];
    private readonly List<int> _sizes = new();
    private int _total;

    public void Start()
    {
        var receive = new SocketAsyncEventArgs();
        receive.SetBuffer(_buffer, 0, _buffer.Length);
        receive.Completed += OnReceived;
        if (!socket.ReceiveAsync(receive))
        {
            _ = Task.Run(() => OnReceived(null, receive));
        }
    }

    private void OnReceived(object? sender, SocketAsyncEventArgs e)
    {
        do
        {
            if (e.BytesTransferred == 0)
            {
                break;
            }

            _total += e.BytesTransferred;
            _sizes.Add(e.BytesTransferred);
        }
        while (!socket.ReceiveAsync(e));
    }
}
