// List<T>.Add runs on the worker threads of Parallel.ForEach: findings get lost, or Add throws while the array grows. difficulty: easy
namespace Cases.U941;

public sealed class AuditTrail(Func<string, bool> isSuspicious)
{
    private readonly List<string> _findings = [];

    public IReadOnlyList<string> Review(IEnumerable<string> accounts)
    {
        Parallel.ForEach(accounts, account =>
        {
            if (isSuspicious(account))
            {
                _findings.Add($"{account}: needs review"); // expect: RACE
            }
        });
        return _findings;
    }
}
