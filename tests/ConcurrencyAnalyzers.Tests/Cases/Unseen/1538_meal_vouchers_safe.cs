// Redeems the meal vouchers of a company at several canteens at once; every voucher is confirmed before the budget is lowered. difficulty: medium
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1538;

public sealed record MealVoucher(string Canteen, decimal Value);

public interface ICanteenGateway
{
    Task<bool> ConfirmAsync(MealVoucher voucher, decimal rest);
}

public sealed class MealBudget(ICanteenGateway canteens, decimal budget)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private decimal _left = budget;

    public async Task<bool> RedeemAsync(MealVoucher voucher)
    {
        await _turn.WaitAsync();
        try
        {
            decimal rest = _left - voucher.Value;
            if (rest < 0 || !await canteens.ConfirmAsync(voucher, rest))
            {
                return false;
            }
            _left = rest;
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<decimal> LeftAsync()
    {
        await _turn.WaitAsync();
        try
        {
            return _left;
        }
        finally
        {
            _turn.Release();
        }
    }
}

public static class LunchBreak
{
    public static async Task<(int Redeemed, decimal Left)> RunAsync(ICanteenGateway canteens, IEnumerable<MealVoucher> vouchers)
    {
        var budget = new MealBudget(canteens, 800m);
        var redeemed = await Task.WhenAll(vouchers.Select(budget.RedeemAsync));
        return (redeemed.Count(ok => ok), await budget.LeftAsync());
    }
}
