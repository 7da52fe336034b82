// The nearest wrong one: what is disposed of is a token, and the object that it tells goes on.
namespace Cases.R266;

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

    internal void Rest()
    {
        lock (_gate)
            (_left ??= new List<string>()).Add("rest of " + _blocks);
    }

    internal void GiveBack()
    {
        _left ??= new List<string>(); // expect: LAZY_INIT
        Console.WriteLine(_left.Count);
    }
}

public sealed class Token : IDisposable
{
    private readonly Blocks _blocks;

    internal Token(Blocks blocks) => _blocks = blocks;

    public void Dispose() => _blocks.GiveBack();
}

public sealed class Store
{
    private readonly Blocks _blocks = new();

    public Token Take()
    {
        _blocks.Add();
        _blocks.Rest();
        return new Token(_blocks);
    }
}
