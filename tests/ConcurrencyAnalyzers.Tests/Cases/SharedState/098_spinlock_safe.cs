// A SpinLock in a field guards the sum.
namespace Cases.S098;

public sealed class Ticker
{
    private SpinLock _spin = new(false);
    private decimal _volume;

    public decimal Trade(decimal[] amounts)
    {
        Parallel.ForEach(amounts, amount =>
        {
            bool taken = false;
            try
            {
                _spin.Enter(ref taken);
                _volume += amount;
            }
            finally
            {
                if (taken)
                {
                    _spin.Exit();
                }
            }
        });
        return _volume;
    }
}
