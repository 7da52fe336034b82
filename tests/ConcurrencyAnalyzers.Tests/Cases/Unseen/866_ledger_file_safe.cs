// All state is used only between WaitAsync and the Release in finally, including the awaits in between. difficulty: easy
namespace Cases.U866;

public sealed class LedgerFile
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly TextWriter _writer;
    private decimal _balance;
    private int _lines;

    public LedgerFile(TextWriter writer)
    {
        _writer = writer;
    }

    public async Task<decimal> PostAsync(decimal amount, string memo, CancellationToken token)
    {
        await _gate.WaitAsync(token).ConfigureAwait(false);
        try
        {
            var after = _balance + amount;
            await _writer.WriteLineAsync($"{_lines + 1};{amount};{after};{memo}").ConfigureAwait(false);
            _balance = after;
            _lines++;
            return after;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<(decimal Balance, int Lines)> StatusAsync(CancellationToken token)
    {
        await _gate.WaitAsync(token).ConfigureAwait(false);
        try
        {
            return (_balance, _lines);
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task PostAllAsync(IEnumerable<(decimal Amount, string Memo)> entries, CancellationToken token) =>
        Task.WhenAll(entries.Select(e => PostAsync(e.Amount, e.Memo, token)));
}
