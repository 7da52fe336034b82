using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1175;

public sealed class SmartBulbHub : IDisposable
{
    private readonly List<TcpClient> _bulbs = new();
    private readonly ConcurrentQueue<string> _telemetry = new();
    private readonly Thread _printer;
    private bool _stopping;

    public SmartBulbHub()
    {
        _printer = new Thread(PrintTelemetry) { IsBackground = true };
        _printer.Start();
    }

    public async Task ListenAsync(int port, CancellationToken token)
    {
        using var listener = new TcpListener(IPAddress.Any, port);
        listener.Start();
        var sessions = new List<Task>();
        try
        {
            while (!token.IsCancellationRequested)
            {
                var bulb = await listener.AcceptTcpClientAsync(token);
                sessions.Add(Task.Run(() => ServeAsync(bulb, token), token));
            }
        }
        finally
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient bulb, CancellationToken token)
    {
        _bulbs.Add(bulb); // expect: RACE#2
        try
        {
            using var reader = new StreamReader(bulb.GetStream());
            while (await reader.ReadLineAsync(token) is { } line)
                _telemetry.Enqueue(line);
        }
        finally
        {
            _bulbs.Remove(bulb); // expect: RACE#2
            bulb.Dispose();
        }
    }

    private void PrintTelemetry()
    {
        var lines = 0;
        while (!_stopping) // expect: RACE#1
        {
            if (_telemetry.TryDequeue(out var line))
                Console.WriteLine($"{++lines}: {line}");
        }
    }

    public void Dispose()
    {
        _stopping = true; // expect: RACE#1
        _printer.Join();
    }
}
