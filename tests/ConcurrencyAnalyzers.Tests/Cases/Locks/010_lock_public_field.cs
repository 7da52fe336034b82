// Other code may lock or replace a public lock object.
namespace Cases.L010;

public class Clock
{
    public object SyncRoot = new();
    private DateTime _alarm;

    public void Set(DateTime alarm)
    {
        lock (SyncRoot) // expect: LOCK_MISUSE
        {
            _alarm = alarm;
        }
    }

    public DateTime Get()
    {
        lock (SyncRoot) // expect: LOCK_MISUSE
        {
            return _alarm;
        }
    }

    public void Test() => Parallel.For(0, 10, i =>
    {
        Set(DateTime.Now);
        Get();
    });
}
