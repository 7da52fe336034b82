// CONC1002: one member forgets the lock that the others take
namespace Stress;

public sealed class Wallet
{
    private readonly object _gate = new();
    private int _coins;

    public int Coins
    {
        get
        {
            lock (_gate)
            {
                return _coins;
            }
        }
    }

    public void Earn()
    {
        lock (_gate)
        {
            _coins += 2;
        }
    }

    public void Refund()
    {
        lock (_gate)
        {
            _coins++;
        }
    }

    public void Spend() => _coins -= Window.Open(2);

    public static int Run() => Rounds.Play(() =>
    {
        var wallet = new Wallet();
        Parallel.Invoke(
            () =>
            {
                for (var i = 0; i < 100_000; i++)
                    wallet.Earn();
            },
            () =>
            {
                for (var i = 0; i < 100_000; i++)
                    wallet.Spend();
            });
        return wallet.Coins == 0;
    });
}
