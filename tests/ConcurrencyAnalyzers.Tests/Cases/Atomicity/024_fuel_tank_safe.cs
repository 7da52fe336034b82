// One region; and a look at the level before only spares the wait.
namespace Cases.Atomicity.S024;

public sealed class FuelTank
{
    private readonly object _gate = new();
    private double _litres;
    private double _drawn;

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

        lock (_gate)
        {
            if (_litres < litres)
                return false;
            _litres -= litres;
            _drawn += litres;
            return true;
        }
    }

    public double Report()
    {
        double level;
        lock (_gate)
            level = _litres;
        Console.WriteLine(level);
        lock (_gate)
            _drawn = 0;
        return level;
    }
}
