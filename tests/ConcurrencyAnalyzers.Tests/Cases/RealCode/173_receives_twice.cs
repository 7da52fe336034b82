using System.Collections.Generic;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace Cases.R173;

// Whether the operation has ended or not, a task takes what it brought: the event may come as well.
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
        socket.ReceiveAsync(receive);
        _ = Task.Run(() => OnReceived(null, receive));
    }

    private void OnReceived(object? sender, SocketAsyncEventArgs e)
    {
        do
        {
            if (e.BytesTransferred == 0)
            {
                break;
            }

            _total += e.BytesTransferred; // expect: RACE
            _sizes.Add(e.BytesTransferred); // expect: RACE
        }
        while (!socket.ReceiveAsync(e));
    }
}
