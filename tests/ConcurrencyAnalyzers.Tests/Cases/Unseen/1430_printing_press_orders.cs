// Orders for a printing press: the base class keeps the queue in order, kinds of presses add their own bookkeeping. difficulty: hard
namespace Cabinet.C1430;

public abstract class PrintingPress
{
    private readonly object _gate = new();
    private readonly Queue<string> _orders = new();

    public void Order(string title, int copies)
    {
        lock (_gate)
        {
            if (Accept(title, copies))
            {
                _orders.Enqueue(title);
            }
        }
    }

    public string? PrintNext()
    {
        lock (_gate)
        {
            if (!_orders.TryDequeue(out var title))
            {
                return null;
            }
            OnPrinted(title);
            return title;
        }
    }

    protected abstract bool Accept(string title, int copies);

    protected abstract void OnPrinted(string title);
}

public sealed class HandPress(int sheets) : PrintingPress
{
    private readonly Dictionary<string, int> _reserved = [];
    private int _free = sheets;

    protected override bool Accept(string title, int copies)
    {
        if (copies > _free || !_reserved.TryAdd(title, copies))
        {
            return false;
        }
        _free -= copies;
        return true;
    }

    protected override void OnPrinted(string title) => _reserved.Remove(title);
}

public static class BroadsideShop
{
    public static int Print(IReadOnlyList<string> titles)
    {
        var press = new HandPress(sheets: 1000);
        int printed = 0;
        Parallel.Invoke(
            () => Parallel.ForEach(titles, title => press.Order(title, 20)),
            () =>
            {
                for (int i = 0; i < titles.Count; i++)
                {
                    printed += press.PrintNext() != null ? 1 : 0;
                }
            });
        return printed;
    }
}
