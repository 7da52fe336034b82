// Checked in one region, taken in another: the tank can go below zero.
namespace Cases.Atomicity.S023;

public sealed class FuelTank
{
    private readonly object _gate = new();
    private double _litres;

    public void Fill(double litres)
    {
        lock (_gate)
            _litres += litres;
    }

    public bool Draw(double litres)
    {
        lock (_gate)
        {
            if (_litres < litres)
                return false;
        }

        Thread.Sleep(1);
        lock (_gate)
        {
            _litres -= litres; // expect: CHECK_THEN_ACT
        }

        return true;
    }
}
