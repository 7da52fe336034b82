namespace Blind.C1200;

public sealed class Gauge
{
    private long _value;

    public void Add(long n) => Interlocked.Add(ref _value, n);

    public long Value => Interlocked.Read(ref _value);
}

public sealed class GaugeScope
{
    private Gauge? _errors;
    private Gauge? _requests;
    private readonly Lazy<GaugeScope> _child = new(static () => new GaugeScope());

    public Gauge Errors =>
        Volatile.Read(ref _errors) ?? Interlocked.CompareExchange(ref _errors, new Gauge(), null) ?? Volatile.Read(ref _errors)!;

    public Gauge Requests => LazyInitializer.EnsureInitialized(ref _requests, static () => new Gauge());

    public GaugeScope Child => _child.Value;
}

public sealed class RpcFrontend
{
    private readonly GaugeScope _root = new();

    public async Task<long> ServeAsync(IReadOnlyList<string> methods)
    {
        var running = methods.Select(m => Task.Run(() => HandleAsync(m))).ToArray();
        await Task.WhenAll(running);
        return _root.Requests.Value - _root.Errors.Value + _root.Child.Requests.Value;
    }

    private async Task HandleAsync(string method)
    {
        _root.Requests.Add(1);
        await Task.Delay(method.Length);
        if (method.Contains('.'))
        {
            _root.Child.Requests.Add(1);
        }
        else
        {
            _root.Errors.Add(1);
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var rpc = new RpcFrontend();
        Console.WriteLine(await rpc.ServeAsync(["a.b", "c", "d.e", "f"]));
    }
}
