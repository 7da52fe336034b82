// Blind: what anybody calls in a base is not held against the flows of each heir.
using System.Threading;
using System.Threading.Tasks;

namespace Cases.R187;

// The heir lets everybody push as well, and the base's beginning can come at any time.
public abstract class Intake
{
    private int _taken;

    public int Limit => 100;

    public void Reset() => _taken -= 10; // blind: RACE

    public bool Take(int count)
    {
        _taken += count; // blind: RACE
        return _taken < Limit;
    }
}

public sealed class SteadyIntake : Intake
{
    public void Open() => _ = Task.Run(Loop);

    public void Push(int count) => Take(count);

    private void Loop()
    {
        while (Take(1))
        {
            Thread.Sleep(10);
        }
    }
}
