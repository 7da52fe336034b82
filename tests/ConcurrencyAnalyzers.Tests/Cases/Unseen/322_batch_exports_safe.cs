// The base class starts the tasks and offers the locked helper through which every override touches its state. difficulty: hard
namespace Cases.U322;

public abstract class ExportJob<TItem>
{
    private readonly Lock _gate = new();

    public async Task RunAsync(IEnumerable<TItem> items)
    {
        await Task.WhenAll(items.Select(item => Task.Run(() => Export(item))));
    }

    protected abstract void Export(TItem item);

    protected void Synchronized(Action update)
    {
        lock (_gate)
        {
            update();
        }
    }
}

public sealed class OrderExport(Func<int, string> serialize) : ExportJob<int>
{
    private readonly SortedDictionary<int, string> _documents = [];
    private int _characters;

    public string Content()
    {
        var content = "";
        Synchronized(() => content = string.Join('\n', _documents.Values));
        return content;
    }

    public int Characters
    {
        get
        {
            int characters = 0;
            Synchronized(() => characters = _characters);
            return characters;
        }
    }

    protected override void Export(int orderId)
    {
        var text = serialize(orderId);
        Synchronized(() =>
        {
            _documents[orderId] = text;
            _characters += text.Length;
        });
    }
}
