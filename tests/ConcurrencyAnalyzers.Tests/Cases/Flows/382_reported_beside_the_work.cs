// The level is reported while the hoses still run.
namespace Cases.C382;

public abstract class Tank
{
    private readonly object _sync = new();
    protected int Level;

    public void Draw(int litres)
    {
        lock (_sync)
        {
            Take(litres);
        }
    }

    public void Fill()
    {
        lock (_sync)
        {
            Refill();
        }
    }

    public int Read()
    {
        lock (_sync)
        {
            return Level;
        }
    }

    protected abstract void Take(int litres);

    protected abstract void Refill();
}

public sealed class WaterTank : Tank
{
    protected override void Take(int litres) => Level -= litres;

    protected override void Refill()
    {
        Level = Math.Min(100, Level + 10);
    }
}

public static class Garden
{
    public static int Water()
    {
        var tank = new WaterTank();
        var hoses = new Thread[3];
        for (var i = 0; i < hoses.Length; i++)
        {
            hoses[i] = new Thread(() => tank.Draw(5));
        }

        foreach (var hose in hoses)
        {
            hose.Start(); // expect: MISSING_JOIN?
        }

        var level = tank.Read();
        tank.Fill();
        foreach (var hose in hoses)
        {
            hose.Join();
        }

        return level;
    }
}
