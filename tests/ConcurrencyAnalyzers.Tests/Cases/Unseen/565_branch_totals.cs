// Accounts are distinct, but several belong to one branch: the workers change the same Branch object through them. difficulty: hard
namespace Cases.U565;

public sealed class Branch(string name)
{
    public string Name { get; } = name;
    public decimal Interest;
}

public sealed class SavingsAccount(Branch branch, decimal balance)
{
    public Branch Branch { get; } = branch;
    public decimal Balance { get; private set; } = balance;

    public void AddInterest(decimal rate)
    {
        decimal interest = Balance * rate;
        Balance += interest;
        Branch.Interest += interest; // expect: RACE
    }
}

public static class YearEndRun
{
    public static decimal Run(decimal rate, params decimal[] balances)
    {
        var city = new Branch("City");
        var accounts = balances.Select(balance => new SavingsAccount(city, balance)).ToList();
        Parallel.ForEach(accounts, account => account.AddInterest(rate));
        return city.Interest;
    }
}
