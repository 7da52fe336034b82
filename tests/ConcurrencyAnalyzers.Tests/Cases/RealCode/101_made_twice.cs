// The nearest wrong one of 072: what is missing is made, and counts what it is asked for.
namespace Cases.R101;

public sealed class Provider(string name)
{
    private int _asked;

    public string Name { get; } = name;

    public int Ask() => Interlocked.Increment(ref _asked);
}

public sealed class Options(string host)
{
    private readonly object _gate = new();
    private Provider? _provider;

    public Provider Provider => _provider ??= new Provider(host); // expect: LAZY_INIT

    public void Reset()
    {
        lock (_gate)
            _provider = null;
    }
}
