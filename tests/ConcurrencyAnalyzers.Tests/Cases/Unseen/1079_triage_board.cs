using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.L1079;

public sealed record Arrival(string Patient, int Severity);

public sealed class TriageBoard : IDisposable
{
    private readonly PriorityQueue<Arrival, int> _waiting = new();
    private readonly Timer _caller;
    private volatile string _lastCalled = "";

    public TriageBoard()
    {
        _caller = new Timer(_ => CallNext(), null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
    }

    public string LastCalled => _lastCalled;

    public void Admit(Arrival arrival)
    {
        _waiting.Enqueue(arrival, 10 - arrival.Severity); // expect: RACE
    }

    private void CallNext()
    {
        if (_waiting.TryDequeue(out Arrival? next, out _)) // expect: RACE
        {
            _lastCalled = next.Patient;
        }
    }

    public void Dispose() => _caller.Dispose();
}

public static class Program
{
    public static void Main(string[] args)
    {
        WebApplication app = WebApplication.CreateBuilder(args).Build();
        using var board = new TriageBoard();
        app.MapPost("/arrivals", (Arrival arrival) =>
        {
            board.Admit(arrival);
            return Results.Accepted();
        });
        app.MapGet("/called", () => board.LastCalled);
        app.Run();
    }
}
