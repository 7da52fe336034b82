// An object that others log through has members that only its owner calls; what logging enters is the log's own members.
using System;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;

public interface ISession
{
    void Begin(string name);

    void Reset();
}

public sealed class LoggingSession : ISession, ILogger
{
    private readonly List<string> _names = new();
    private readonly ILogger _inner;

    public LoggingSession(ILogger inner) => _inner = inner;

    public void Begin(string name) => _names.Add(name);

    public void Reset() => _names.Clear();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => _inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => _inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _inner.Log(logLevel, eventId, state, exception, formatter);
}
