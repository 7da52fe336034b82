// The vault of a seed bank takes single deposits and whole consignments and knows how many seeds it holds. difficulty: medium
namespace Cabinet.C1399;

public sealed record SeedDeposit(string Species, int Seeds);

public sealed class SeedVault
{
    private readonly Lock _gate = new();
    private readonly List<SeedDeposit> _deposits = [];
    private long _seeds;

    public void Store(SeedDeposit deposit)
    {
        lock (_gate)
        {
            _deposits.Add(deposit);
            _seeds += deposit.Seeds;
        }
    }

    public void Store(IReadOnlyCollection<SeedDeposit> consignment)
    {
        _deposits.AddRange(consignment); // expect: INCONSISTENT_LOCK#1, RACE?
        _seeds += consignment.Sum(deposit => deposit.Seeds); // expect: INCONSISTENT_LOCK#1, RACE?
    }

    public (int Deposits, long Seeds) Holdings()
    {
        lock (_gate)
        {
            return (_deposits.Count, _seeds);
        }
    }
}
