// A rope walk keeps the state of the current rope; the foreman's board shows a copy of it. difficulty: medium
namespace Cabinet.C1409;

public struct RopeState
{
    public string Customer;
    public int Strands;
    public double Metres;

    public void Lay(double metres) => Metres += metres;

    public readonly string Show() => $"{Customer}: {Strands} strands, {Metres:F1} m";
}

public sealed class RopeWalk
{
    private readonly object _gate = new();
    private RopeState _rope;

    public void Begin(string customer, int strands)
    {
        lock (_gate)
        {
            _rope = new RopeState { Customer = customer, Strands = strands };
        }
    }

    public void Walk(double metres)
    {
        lock (_gate)
        {
            _rope.Lay(metres);
        }
    }

    public string Board(double plannedToday)
    {
        RopeState rope;
        lock (_gate)
        {
            rope = _rope;
        }
        rope.Lay(plannedToday);
        return rope.Show();
    }
}
