// What is missing is looked up, not made: two threads find the same one.
namespace Cases.R072;

public sealed class Provider(string name)
{
    private static readonly Provider s_default = new("default");

    public string Name { get; } = name;

    public static Provider For(string host) => host.Length == 0 ? throw new ArgumentException(host) : s_default;
}

public sealed class Options(string host)
{
    private readonly object _gate = new();
    private Provider? _provider;

    public Provider Provider => _provider ??= Provider.For(host);

    public void Reset()
    {
        lock (_gate)
            _provider = null;
    }
}
