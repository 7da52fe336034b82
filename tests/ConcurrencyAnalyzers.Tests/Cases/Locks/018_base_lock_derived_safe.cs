// The derived class takes the lock of its base.
namespace Cases.L018;

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
}

public sealed class Backpack : Inventory
{
    public bool Drop(string item)
    {
        lock (Sync)
        {
            return Items.Remove(item);
        }
    }

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
