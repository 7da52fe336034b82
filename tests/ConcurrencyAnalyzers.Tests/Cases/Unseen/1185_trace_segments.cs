namespace Blind.C1185;

public sealed record Segment(string Name, long Start, long End);

internal static class SegmentExtensions
{
    public static void AddUnder(this List<Segment> segments, object gate, Segment segment)
    {
        lock (gate)
        {
            segments.Add(segment); // expect: RACE#1
        }
    }
}

public sealed class TraceRecorder
{
    private readonly object _clientGate = new();
    private readonly object _serverGate = new();
    private readonly List<Segment> _segments = new();

    public void ClientSpan(string name, long start, long end)
    {
        _segments.AddUnder(_clientGate, new Segment("client:" + name, start, end)); // expect: RACE#1
    }

    public void ServerSpan(string name, long start, long end)
    {
        _segments.AddUnder(_serverGate, new Segment("server:" + name, start, end)); // expect: RACE#1
    }

    public int Finish() => _segments.Count;
}

public static class Program
{
    public static async Task Main()
    {
        var recorder = new TraceRecorder();

        var client = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                var start = Environment.TickCount64;
                await Task.Delay(1);
                recorder.ClientSpan("get", start, Environment.TickCount64);
            }
        });

        var server = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                var start = Environment.TickCount64;
                await Task.Delay(1);
                recorder.ServerSpan("handle", start, Environment.TickCount64);
            }
        });

        await Task.WhenAll(client, server);
        Console.WriteLine(recorder.Finish());
    }
}
