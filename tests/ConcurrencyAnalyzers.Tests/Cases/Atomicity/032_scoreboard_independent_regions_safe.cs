// Two regions that do not depend on each other, and a flag that is claimed in the region that tests it.
namespace Cases.Atomicity.S032;

public sealed class Scoreboard
{
    private readonly object _gate = new();
    private int _home;
    private bool _busy;
    private string _text = "";

    public void Show()
    {
        int home;
        lock (_gate)
        {
            if (_busy)
                return;
            _busy = true;
            home = _home;
        }

        var text = home.ToString();
        lock (_gate)
        {
            _text = text;
            _busy = false;
        }
    }

    public void Goal()
    {
        lock (_gate)
            _home++;
    }

    public string Text
    {
        get
        {
            lock (_gate)
                return _text;
        }
    }
}
