// Shearing benches weigh alpaca fleeces into accounts of the breeders while a clerk prints statements. difficulty: hard
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;

namespace Menagerie.M1465;

public sealed class BreederAccount
{
    public List<int> Fleeces { get; } = new();

    public int TotalGrams { get; set; }
}

public sealed class FleeceLedger
{
    private readonly object _gate = new();
    private readonly Dictionary<string, BreederAccount> _accounts = new();

    public void Weigh(string breeder, int grams)
    {
        lock (_gate)
        {
            if (!_accounts.TryGetValue(breeder, out var account))
            {
                account = new BreederAccount();
                _accounts.Add(breeder, account);
            }
            account.Fleeces.Add(grams);
            account.TotalGrams += grams;
        }
    }

    public bool TryGetAccount(string breeder, [NotNullWhen(true)] out BreederAccount? account)
    {
        lock (_gate)
        {
            return _accounts.TryGetValue(breeder, out account); // expect: ESCAPES_LOCK
        }
    }
}

public sealed class ShearingDay
{
    private readonly FleeceLedger _ledger = new();

    public void Run(IReadOnlyList<(string Breeder, int Grams)[]> benches, string[] breeders)
    {
        var threads = benches.Select(fleeces => new Thread(() => Shear(fleeces))).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var thread in threads)
        {
            while (!thread.Join(500))
            {
                Array.ForEach(breeders, PrintStatement);
            }
        }
    }

    private void Shear((string Breeder, int Grams)[] fleeces)
    {
        foreach (var (breeder, grams) in fleeces)
        {
            _ledger.Weigh(breeder, grams);
        }
    }

    private void PrintStatement(string breeder)
    {
        if (_ledger.TryGetAccount(breeder, out var account))
        {
            var fleeces = string.Join(" + ", account.Fleeces); // expect: ESCAPES_LOCK?, RACE?, INCONSISTENT_LOCK?
            Console.WriteLine($"{breeder}: {fleeces} = {account.TotalGrams} g"); // expect: ESCAPES_LOCK?, RACE?, INCONSISTENT_LOCK?
        }
    }
}
