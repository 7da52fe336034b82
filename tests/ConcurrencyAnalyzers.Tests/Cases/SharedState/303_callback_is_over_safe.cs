// Who disposes of a registration waits for its callback: before the registration, and after its end, nobody is beside.
namespace Cases.S303;

public sealed class Printer(Func<CancellationToken, int> print)
{
    private readonly List<string> _log = [];
    private int _jams;

    public void Note(string line) => _log.Add(line);

    public int Print(CancellationToken paperJam)
    {
        _log.Add("print");
        int pages;
        using (paperJam.Register(() =>
        {
            _log.Add("jam");
            _jams++;
        }))
        {
            pages = print(paperJam);
        }
        _log.Add("printed");
        return pages - _jams;
    }

    public int PrintTwice(CancellationToken paperJam)
    {
        var registration = paperJam.Register(() => _log.Add("jam"));
        var pages = print(paperJam) + print(paperJam);
        registration.Dispose();
        _log.Add("printed twice");
        return pages;
    }
}
