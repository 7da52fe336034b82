namespace Blind.C1190;

public sealed class Binding
{
    private long _lookups;

    public Binding(string contact, DateTime expires)
    {
        Contact = contact;
        Expires = expires;
    }

    public string Contact { get; }

    public DateTime Expires { get; }

    public long Lookups => Interlocked.Read(ref _lookups);

    public void Touch() => Interlocked.Increment(ref _lookups);
}

public sealed class Registrar
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, Binding> _bindings = new(StringComparer.OrdinalIgnoreCase);
    private int _expired;

    public string? Resolve(string address)
    {
        _lock.EnterReadLock();
        try
        {
            if (_bindings.TryGetValue(address, out var binding))
            {
                binding.Touch();
                return binding.Contact;
            }

            return null;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Register(string address, string contact, TimeSpan lifetime)
    {
        _lock.EnterUpgradeableReadLock();
        try
        {
            if (_bindings.TryGetValue(address, out var old) && old.Contact == contact && old.Expires > DateTime.UtcNow)
            {
                return;
            }

            _lock.EnterWriteLock();
            try
            {
                _bindings[address] = new Binding(contact, DateTime.UtcNow + lifetime);
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }
        finally
        {
            _lock.ExitUpgradeableReadLock();
        }
    }

    public int Sweep()
    {
        _lock.EnterWriteLock();
        try
        {
            var now = DateTime.UtcNow;
            foreach (var address in _bindings.Where(b => b.Value.Expires < now).Select(b => b.Key).ToList())
            {
                _bindings.Remove(address);
                _expired++;
            }

            return _expired;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var registrar = new Registrar();
        await Task.WhenAll(
            Task.Run(() => registrar.Register("alice", "10.0.0.5", TimeSpan.FromMinutes(1))),
            Task.Run(() => registrar.Register("bob", "10.0.0.6", TimeSpan.Zero)),
            Task.Run(() => Console.WriteLine(registrar.Resolve("alice"))),
            Task.Run(() => Console.WriteLine(registrar.Sweep())));
    }
}
