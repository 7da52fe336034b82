// Writers copy the array under the lock and publish the copy through a volatile field; readers iterate whatever array they took. difficulty: hard
namespace Cases.U765;

public sealed record PriceChange(string Symbol, decimal Old, decimal New);

public interface IPriceObserver
{
    void OnPrice(PriceChange change);
}

public sealed class ObserverList
{
    private readonly Lock _writers = new();
    private volatile IPriceObserver[] _observers = [];

    public IDisposable Add(IPriceObserver observer)
    {
        lock (_writers)
        {
            _observers = [.. _observers, observer];
        }
        return new Registration(this, observer);
    }

    public int Publish(PriceChange change)
    {
        var observers = _observers;
        foreach (var observer in observers)
        {
            observer.OnPrice(change);
        }
        return observers.Length;
    }

    private void Remove(IPriceObserver observer)
    {
        lock (_writers)
        {
            int at = Array.IndexOf(_observers, observer);
            if (at < 0)
            {
                return;
            }
            var rest = new IPriceObserver[_observers.Length - 1];
            Array.Copy(_observers, rest, at);
            Array.Copy(_observers, at + 1, rest, at, rest.Length - at);
            _observers = rest;
        }
    }

    private sealed class Registration(ObserverList list, IPriceObserver observer) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                list.Remove(observer);
            }
        }
    }
}
