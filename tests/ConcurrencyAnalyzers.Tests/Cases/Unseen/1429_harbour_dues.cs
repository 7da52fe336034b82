// Ships report their tonnage to the harbour office; the treasurer asks for those above a limit. difficulty: medium
namespace Cabinet.C1429;

public sealed record DueNotice(string Ship, int Tonnage);

public sealed class HarbourDues
{
    private readonly object _gate = new();
    private readonly List<DueNotice> _notices = [];

    public void Report(string ship, int tonnage)
    {
        lock (_gate)
        {
            _notices.RemoveAll(notice => notice.Ship == ship);
            _notices.Add(new DueNotice(ship, tonnage));
        }
    }

    public IEnumerable<DueNotice> Above(int tonnage)
    {
        lock (_gate)
        {
            return _notices.Where(notice => notice.Tonnage > tonnage).OrderBy(notice => notice.Ship); // expect: ESCAPES_LOCK
        }
    }

    public int Count()
    {
        lock (_gate)
        {
            return _notices.Count(notice => notice.Tonnage > 0);
        }
    }
}
