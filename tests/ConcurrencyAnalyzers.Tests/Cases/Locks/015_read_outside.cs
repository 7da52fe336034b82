// The total is guarded in three places and read in a fourth without the lock.
namespace Cases.L015;

public sealed class TipJar
{
    private readonly object _gate = new();
    private long _cents;
    private int _tips;

    public void Tip(int cents)
    {
        lock (_gate)
        {
            _cents += cents;
            _tips++;
        }
    }

    public void Empty()
    {
        lock (_gate)
        {
            _cents = 0;
            _tips = 0;
        }
    }

    public double Average() => _tips == 0 ? 0 : (double)_cents / _tips; // expect: INCONSISTENT_LOCK

    public void Shift(int guests)
    {
        var service = Task.Run(() =>
        {
            for (int i = 0; i < guests; i++)
            {
                Tip(i);
            }
        });
        Console.WriteLine(Average());
        service.Wait();
    }
}
