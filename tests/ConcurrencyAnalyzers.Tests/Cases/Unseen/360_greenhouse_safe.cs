// The base class hands out the scope of its lock through a helper; every member of the derived class holds it in a using. difficulty: hard
namespace Cases.U360;

public abstract class Device
{
    private readonly Lock _gate = new();

    protected int Commands { get; set; }

    public int CommandCount
    {
        get
        {
            using (Hold())
            {
                return Commands;
            }
        }
    }

    protected Lock.Scope Hold() => _gate.EnterScope();
}

public sealed class Greenhouse : Device
{
    private readonly Dictionary<string, bool> _windows = [];
    private double _target = 20;

    public double Target
    {
        get
        {
            using var hold = Hold();
            return _target;
        }
        set
        {
            using var hold = Hold();
            _target = value;
            Commands++;
        }
    }

    public void SetWindow(string name, bool open)
    {
        using (Hold())
        {
            _windows[name] = open;
            Commands++;
        }
    }

    public int OpenWindows()
    {
        using var hold = Hold();
        return _windows.Count(window => window.Value);
    }
}
