// The base class guards its list, the derived class does not.
namespace Cases.L017;

public abstract class Inventory
{
    protected readonly object Sync = new();
    protected readonly List<string> Items = [];

    public void Add(string item)
    {
        lock (Sync)
        {
            Items.Add(item);
        }
    }

    public int Count
    {
        get
        {
            lock (Sync)
            {
                return Items.Count;
            }
        }
    }
}

public sealed class Backpack : Inventory
{
    public void Drop(string item) => Items.Remove(item); // expect: INCONSISTENT_LOCK

    public void Hike(string[] found)
    {
        using var done = new CountdownEvent(2);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            foreach (var item in found) Add(item);
            done.Signal();
        });
        ThreadPool.QueueUserWorkItem(_ =>
        {
            foreach (var item in found) Drop(item);
            done.Signal();
        });
        done.Wait();
    }
}
