// Loggers are called from every thread of the program.
using Microsoft.Extensions.Logging;

namespace Cases.F058;

public sealed class MemoryLogger : ILogger
{
    private readonly List<string> _lines = [];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            _lines.Add(formatter(state, exception)); // expect: RACE
    }
}
