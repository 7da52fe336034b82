// The handler stays in its context, or counts before it waits, or locks.
namespace Cases.SharedState.S158;

public sealed class TicketLog(Func<string, Task<string>> translate)
{
    private readonly List<string> _lines = [];
    private readonly List<string> _shown = [];
    private int _printed;

    public async void OnPrinted(object? sender, string ticket)
    {
        _printed += 1;
        var line = await translate(ticket).ConfigureAwait(false);
        lock (_lines)
        {
            _lines.Add(line);
        }
    }

    public async void OnShown(object? sender, string ticket)
    {
        var line = await translate(ticket);
        _shown.Add(line);
    }
}
