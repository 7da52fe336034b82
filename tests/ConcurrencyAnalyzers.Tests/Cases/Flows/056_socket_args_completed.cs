// Completed is raised on an I/O thread.
using System.Net.Sockets;

namespace Cases.F056;

public sealed class Listener(Socket socket)
{
    private readonly List<Socket> _clients = [];

    public void Start()
    {
        var args = new SocketAsyncEventArgs();
        args.Completed += OnCompleted;
        socket.AcceptAsync(args);
    }

    public int Drop(string name)
    {
        foreach (var client in _clients) // expect: RACE
            client.Close();
        return name.Length;
    }

    private void OnCompleted(object? sender, SocketAsyncEventArgs e)
    {
        if (e.AcceptSocket is { } client)
            _clients.Add(client); // expect: RACE
    }
}
