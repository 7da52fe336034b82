using System;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace RealCode321;

// The handshake is begun whether there are options or not: the plain handler and the loop behind the handshake run at once.
public sealed class Options
{
    public string Name = "";
}

public class Line
{
    protected int _head;

    public virtual void Start(Options? options)
    {
        if (options != null && options.Name.Length == 0)
            throw new InvalidOperationException();
        Handshake(options?.Name ?? "").Wait();
    }

    private async Task Handshake(string name)
    {
        await Task.Delay(name.Length);
        _ = Decrypt();
    }

    private async Task Decrypt()
    {
        await Task.Yield();
        _head += 1; // expect: RACE#1
    }

    protected void Plain(int bytes)
    {
        _head += bytes; // expect: RACE#1
    }
}

public sealed class SocketLine(Socket socket) : Line
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
        var line = new SocketLine(socket);
        line.Start(options);
    }
}
