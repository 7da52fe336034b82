// The handler goes on where there is a thread, beside its next run.
namespace Cases.SharedState.S157;

public sealed class TicketLog(Func<string, Task<string>> translate)
{
    private readonly List<string> _lines = [];
    private int _printed;

    public async void OnPrinted(object? sender, string ticket) // expect: ASYNC_VOID?
    {
        var line = await translate(ticket).ConfigureAwait(false);
        _lines.Add(line); // expect: RACE
        _printed += 1; // expect: RACE
    }
}
