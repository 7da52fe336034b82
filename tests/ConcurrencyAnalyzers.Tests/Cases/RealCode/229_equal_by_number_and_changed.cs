// The nearest wrong one: equal by a number, but each is changed by those who have it.
using System.Collections.Concurrent;

namespace Cases.R229;

public sealed class Account(int id) : IEquatable<Account>
{
    private int _entries;

    public int Entries => _entries;

    public void Add() => _entries++;

    public bool Equals(Account? other) => other is not null && id == other.Number;

    public int Number => id;

    public override bool Equals(object? other) => other is Account account && Equals(account);

    public override int GetHashCode() => id;
}

public sealed class Accounts
{
    private readonly ConcurrentDictionary<int, Account> _accounts = new();

    public Account Of(int id)
    {
        if (!_accounts.TryGetValue(id, out var account))
        {
            account = new Account(id);
            Console.WriteLine(account.Number);
            _accounts[id] = account; // expect: CHECK_THEN_ACT
        }

        return account;
    }
}
