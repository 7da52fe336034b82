// Every session runs on the pool and reports into one statistics object, two calls away, that adds to plain fields. difficulty: hard
using System.Net.Sockets;

namespace Cases.U774;

public sealed class TrafficStatistics
{
    private long _bytes;
    private int _replies;

    public string Summary => $"{_bytes} bytes in {_replies} replies";

    public void Record(int bytes)
    {
        _bytes += bytes; // expect: RACE
        _replies++; // expect: RACE
    }
}

public sealed class EchoServer(TcpListener listener)
{
    private readonly TrafficStatistics _statistics = new();

    public async Task<string> RunAsync(CancellationToken cancel)
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(cancel);
                sessions.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (OperationCanceledException)
        {
        }
        await Task.WhenAll(sessions);
        return _statistics.Summary;
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            NetworkStream stream = client.GetStream();
            var buffer = new byte[4096];
            int read;
            while ((read = await stream.ReadAsync(buffer)) > 0)
            {
                await stream.WriteAsync(buffer.AsMemory(0, read));
                OnEchoed(read);
            }
        }
    }

    private void OnEchoed(int bytes) => _statistics.Record(bytes);
}
