// A helper that nobody calls but the one who disposes of the object that made it.
namespace Cases.R265;

internal sealed class Blocks
{
    private readonly object _gate = new();
    private List<string>? _left;
    private int _blocks;

    internal void Add()
    {
        lock (_gate)
            _blocks++;
    }

    internal int Count()
    {
        lock (_gate)
            return _blocks;
    }

    internal void HandOffAll()
    {
        for (var i = 0; i < 3; i++)
            (_left ??= new List<string>()).Add("block " + i);
    }
}

public sealed class Store : IDisposable
{
    private readonly object _turn = new();
    private readonly Blocks _blocks = new();
    private int _added;

    public int Add()
    {
        _blocks.Add();
        lock (_turn)
            return ++_added;
    }

    public void Dispose()
    {
        Console.WriteLine(_blocks.Count());
        _blocks.HandOffAll();
    }
}
