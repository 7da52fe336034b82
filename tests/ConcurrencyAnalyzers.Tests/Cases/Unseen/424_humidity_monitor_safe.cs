// Start is the last thing the constructor does, so the thread sees every field; its own results are read after Join. difficulty: medium
namespace Cases.U424;

public sealed class HumidityMonitor
{
    private readonly Func<double> _read;
    private readonly List<double> _peaks = [];
    private readonly Thread _poller;
    private readonly double _limit;
    private double _last;

    public HumidityMonitor(Func<double> read, double limit)
    {
        _read = read;
        _limit = limit;
        _last = double.NaN;
        _poller = new Thread(Poll) { Name = "humidity" };
        _poller.Start();
    }

    public IReadOnlyList<double> Finish()
    {
        _poller.Join();
        return double.IsNaN(_last) ? [] : _peaks;
    }

    private void Poll()
    {
        for (int i = 0; i < 60; i++)
        {
            _last = _read();
            if (_last > _limit)
            {
                _peaks.Add(_last);
            }
        }
    }
}
