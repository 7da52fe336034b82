namespace Blind.C1199;

public sealed class Meter
{
    private long _value;

    public void Add(long n) => Interlocked.Add(ref _value, n);

    public long Value => Interlocked.Read(ref _value);
}

public sealed class MeterScope
{
    private Meter? _errors;
    private Meter? _requests;

    public Meter Errors => _errors ??= new Meter(); // expect: LAZY_INIT

    public Meter Requests
    {
        get
        {
            if (_requests == null) // expect: LAZY_INIT#1
            {
                _requests = new Meter(); // expect: LAZY_INIT#1
            }

            return _requests; // expect: LAZY_INIT?, RACE?
        }
    }
}

public sealed class ApiFrontend
{
    private readonly MeterScope _scope = new();

    public async Task<long> ServeAsync(IReadOnlyList<string> paths)
    {
        var running = paths.Select(p => Task.Run(() => HandleAsync(p))).ToArray();
        await Task.WhenAll(running);
        return _scope.Requests.Value - _scope.Errors.Value;
    }

    private async Task HandleAsync(string path)
    {
        _scope.Requests.Add(1);
        await Task.Delay(path.Length);
        if (!path.StartsWith('/'))
        {
            _scope.Errors.Add(1);
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var api = new ApiFrontend();
        Console.WriteLine(await api.ServeAsync(["/a", "/b", "c", "/d/e", "f"]));
    }
}
