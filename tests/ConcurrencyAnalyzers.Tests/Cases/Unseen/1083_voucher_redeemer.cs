namespace Cases.L1083;

public sealed record Voucher(string Code, decimal Value);

public interface IVoucherStore
{
    Task<Voucher?> FindAsync(string code, CancellationToken ct);
    Task MarkUsedAsync(string code, string order, CancellationToken ct);
}

public sealed class VoucherRedeemer(IVoucherStore store)
{
    private readonly object _gate = new();
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private decimal _granted;

    public async Task<decimal> RedeemAsync(string code, string order, CancellationToken ct)
    {
        lock (_gate)
        {
            if (_used.Contains(code))
            {
                return 0m;
            }
        }

        Voucher? voucher = await store.FindAsync(code, ct);
        if (voucher is null)
        {
            return 0m;
        }
        await store.MarkUsedAsync(code, order, ct); // expect: CHECK_THEN_ACT?

        lock (_gate)
        {
            _used.Add(code); // expect: CHECK_THEN_ACT
            _granted += voucher.Value;
        }
        return voucher.Value;
    }

    public decimal Granted
    {
        get
        {
            lock (_gate)
            {
                return _granted;
            }
        }
    }
}
