namespace Cases.L1084;

public interface IPrizeStore
{
    Task<string?> WinnerAsync(int ticket, CancellationToken ct);
    Task RecordAsync(int ticket, string claimant, CancellationToken ct);
}

public sealed class RaffleClaims(IPrizeStore store) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HashSet<int> _claimed = new();

    public async Task<bool> ClaimAsync(int ticket, string claimant, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_claimed.Contains(ticket))
            {
                return false;
            }
            string? winner = await store.WinnerAsync(ticket, ct);
            if (winner != claimant)
            {
                return false;
            }
            await store.RecordAsync(ticket, claimant, ct);
            _claimed.Add(ticket);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<int> ClaimedAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return _claimed.Count;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
