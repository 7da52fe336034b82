// A counter for whoever calls from the pool, taken through a chain of calls.
namespace Cases.S094;

internal static class Metrics
{
    internal static int Requests { get; private set; }

    internal static void Hit() => Requests++; // expect: RACE
}

internal sealed class Endpoint
{
    public string Handle(string path)
    {
        Metrics.Hit();
        return path.TrimEnd('/');
    }
}

public sealed class Server
{
    private readonly Endpoint _endpoint = new();

    public void Accept(Func<string?> next)
    {
        while (next() is { } path)
        {
            ThreadPool.UnsafeQueueUserWorkItem(p => Serve(p!), path, preferLocal: false);
        }
    }

    public int Served() => Metrics.Requests; // expect: RACE?

    private void Serve(string path) => Console.WriteLine(_endpoint.Handle(path));
}
