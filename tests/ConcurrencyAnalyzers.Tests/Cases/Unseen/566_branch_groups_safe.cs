// One task per branch, each with the accounts of that branch alone: no Branch object is seen by two tasks. difficulty: hard
namespace Cases.U566;

public sealed class Branch(string name)
{
    public string Name { get; } = name;
    public decimal Interest;
}

public sealed class SavingsAccount(decimal balance)
{
    public decimal Balance { get; private set; } = balance;

    public void AddInterest(decimal rate, Branch branch)
    {
        decimal interest = Balance * rate;
        Balance += interest;
        branch.Interest += interest;
    }
}

public static class YearEndRun
{
    public static async Task<decimal> RunAsync(decimal rate, IEnumerable<(string Branch, decimal Balance)> rows)
    {
        var tasks = rows
            .GroupBy(row => row.Branch, row => new SavingsAccount(row.Balance))
            .Select(group => (Branch: new Branch(group.Key), Accounts: group.ToList()))
            .Select(work => Task.Run(() =>
            {
                work.Accounts.ForEach(account => account.AddInterest(rate, work.Branch));
                return work.Branch;
            }));
        var branches = await Task.WhenAll(tasks);
        return branches.Sum(branch => branch.Interest);
    }
}
