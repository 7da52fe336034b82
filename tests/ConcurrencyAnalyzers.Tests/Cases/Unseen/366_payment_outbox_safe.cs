// The delegate that is created inside the lock runs later, but takes the lock again itself for what it changes. difficulty: hard
namespace Cases.U366;

public sealed class PaymentOutbox(Func<string, bool> send)
{
    private readonly Lock _gate = new();
    private readonly List<string> _failed = [];
    private int _inFlight;

    public Task PostAsync(string payment)
    {
        lock (_gate)
        {
            _inFlight++;
            return Task.Run(() =>
            {
                bool accepted = send(payment);
                lock (_gate)
                {
                    _inFlight--;
                    if (!accepted)
                    {
                        _failed.Add(payment);
                    }
                }
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
