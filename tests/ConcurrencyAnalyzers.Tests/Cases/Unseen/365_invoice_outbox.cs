// The delegate is created inside the lock but runs later on another thread, when nobody holds it for it. difficulty: hard
namespace Cases.U365;

public sealed class InvoiceOutbox(Func<string, bool> send)
{
    private readonly Lock _gate = new();
    private readonly List<string> _failed = [];
    private int _inFlight;

    public Task PostAsync(string invoice)
    {
        lock (_gate)
        {
            _inFlight++;
            return Task.Run(() =>
            {
                if (!send(invoice))
                {
                    _failed.Add(invoice); // expect: INCONSISTENT_LOCK, RACE?
                }
                _inFlight--; // expect: INCONSISTENT_LOCK, RACE?
            });
        }
    }

    public string Status()
    {
        lock (_gate)
        {
            return $"{_inFlight} in flight, {_failed.Count} failed";
        }
    }
}
