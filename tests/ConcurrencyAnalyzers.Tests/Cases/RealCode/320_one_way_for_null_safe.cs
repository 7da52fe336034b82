using System;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace RealCode320;

// Which of two ways is taken is asked of one reference: whether it is null. Where it is, the plain handler is added and no
// handshake is begun; where it is not, it is the other way round.
public sealed class Options
{
    public string Name = "";
}

public class Line
{
    protected readonly object? _secure;
    protected int _head;

    public Line(bool isSecure) => _secure = isSecure ? new object() : null;

    public virtual void Start(Options? options)
    {
        if (options != null && _secure == null)
            throw new InvalidOperationException();
        if (options == null && _secure != null)
            throw new InvalidOperationException();
        if (options == null && _secure == null)
            return;
        Handshake(options!).Wait();
    }

    private async Task Handshake(Options options)
    {
        await Task.Delay(options.Name.Length);
        _ = Decrypt();
    }

    private async Task Decrypt()
    {
        await Task.Yield();
        _head += 1;
        if (_head > 100)
            _head = 0;
    }

    protected void Plain(int bytes)
    {
        _head += bytes;
    }
}

public sealed class SocketLine(Socket socket, bool isSecure) : Line(isSecure)
{
    public override void Start(Options? options)
    {
        Listen(options != null);
        base.Start(options);
    }

    private void Listen(bool isSecure)
    {
        var received = new SocketAsyncEventArgs { AcceptSocket = socket };
        received.Completed += isSecure ? OnSecure : OnPlain;
        if (!socket.ReceiveAsync(received))
        {
            if (isSecure)
                _ = Task.Run(() => OnSecure(null, received));
            else
                _ = Task.Run(() => OnPlain(null, received));
        }
    }

    private void OnSecure(object? sender, SocketAsyncEventArgs received) => Console.WriteLine(received.BytesTransferred);

    private void OnPlain(object? sender, SocketAsyncEventArgs received)
    {
        do
        {
            if (received.BytesTransferred == 0)
                break;
            Plain(received.BytesTransferred);
        } while (!received.AcceptSocket!.ReceiveAsync(received));
    }
}

public sealed class Client(Socket socket, Options? options)
{
    public void Connect()
    {
        var line = new SocketLine(socket, options != null);
        line.Start(options);
    }
}
