// Copy on write: writers replace the array under the lock and never change a published one, readers take the volatile reference once. difficulty: medium
namespace Cases.U857;

public delegate bool Middleware(string path);

public sealed class MiddlewareChain
{
    private readonly object _writeGate = new();
    private volatile Middleware[] _chain = [];

    public int Length => _chain.Length;

    public void Use(Middleware middleware)
    {
        lock (_writeGate)
        {
            var copy = new Middleware[_chain.Length + 1];
            _chain.CopyTo(copy, 0);
            copy[^1] = middleware;
            _chain = copy;
        }
    }

    public bool Drop(Middleware middleware)
    {
        lock (_writeGate)
        {
            var remaining = Array.FindAll(_chain, m => m != middleware);
            var changed = remaining.Length != _chain.Length;
            _chain = remaining;
            return changed;
        }
    }

    public Task<bool[]> RunAllAsync(IEnumerable<string> paths) =>
        Task.WhenAll(paths.Select(path => Task.Run(() => Run(path))));

    private bool Run(string path)
    {
        foreach (var middleware in _chain)
        {
            if (!middleware(path))
            {
                return false;
            }
        }
        return true;
    }
}
