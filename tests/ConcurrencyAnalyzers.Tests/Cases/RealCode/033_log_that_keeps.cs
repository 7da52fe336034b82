// Every thread that logs enters the log's own members.
using System;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;

public sealed class KeepingLogger : ILogger
{
    private readonly List<string> _lines = new();

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add(formatter(state, exception));  // expect: RACE
}
