using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.L1112;

public sealed class QuizSession
{
    private readonly object _gate = new();
    private readonly HashSet<int> _answered = new();
    private int _score;
    private bool _closed;

    public bool TryAnswer(int question, bool correct)
    {
        lock (_gate)
        {
            if (_closed || !_answered.Add(question))
            {
                return false;
            }
            if (correct)
            {
                _score += 10;
            }
            return true;
        }
    }

    public (int Score, int Answered) Close()
    {
        lock (_gate)
        {
            _closed = true;
            return (_score, _answered.Count);
        }
    }
}

public sealed record Answer(int Question, bool Correct);

public static class Program
{
    private static readonly ConcurrentDictionary<Guid, QuizSession> Sessions = new();

    public static void Main(string[] args)
    {
        WebApplication app = WebApplication.CreateBuilder(args).Build();

        app.MapPost("/quiz", () =>
        {
            Guid id = Guid.NewGuid();
            Sessions.TryAdd(id, new QuizSession());
            return Results.Ok(id);
        });

        app.MapPost("/quiz/{id:guid}/answers", (Guid id, Answer answer) =>
            Sessions.TryGetValue(id, out QuizSession? session) && session.TryAnswer(answer.Question, answer.Correct)
                ? Results.Ok()
                : Results.Conflict());

        app.MapDelete("/quiz/{id:guid}", (Guid id) =>
        {
            if (!Sessions.TryRemove(id, out QuizSession? session))
            {
                return Results.NotFound();
            }
            (int score, int answered) = session.Close();
            return Results.Ok(new { score, answered });
        });

        app.Run();
    }
}
