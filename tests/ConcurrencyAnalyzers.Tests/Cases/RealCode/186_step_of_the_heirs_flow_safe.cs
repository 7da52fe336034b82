using System.Threading;
using System.Threading.Tasks;

namespace Cases.R186;

// The base counts what its heir's one flow brings; opened by way of the heir, which starts that flow last.
public abstract class Intake
{
    private int _taken;

    public int Limit => 100;

    public virtual void Open() => _taken = 0;

    public bool Take(int count)
    {
        _taken += count;
        return _taken < Limit;
    }
}

public sealed class SteadyIntake : Intake
{
    public override void Open()
    {
        base.Open();
        _ = Task.Run(Loop);
    }

    private void Loop()
    {
        while (Take(1))
        {
            Thread.Sleep(10);
        }
    }
}
