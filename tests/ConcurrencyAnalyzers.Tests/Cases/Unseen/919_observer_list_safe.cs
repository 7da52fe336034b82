// The immutable list is replaced with a compare-exchange loop, so that no subscription is lost; difficulty: hard
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U919
{
    public sealed class Observers<T>
    {
        private ImmutableList<Action<T>> _list = ImmutableList<Action<T>>.Empty;

        public void Add(Action<T> observer)
        {
            ImmutableList<Action<T>> seen, next;
            do
            {
                seen = Volatile.Read(ref _list);
                next = seen.Add(observer);
            }
            while (Interlocked.CompareExchange(ref _list, next, seen) != seen);
        }

        public bool Remove(Action<T> observer)
        {
            while (true)
            {
                ImmutableList<Action<T>> seen = Volatile.Read(ref _list);
                ImmutableList<Action<T>> next = seen.Remove(observer);
                if (ReferenceEquals(next, seen))
                {
                    return false;
                }
                if (Interlocked.CompareExchange(ref _list, next, seen) == seen)
                {
                    return true;
                }
            }
        }

        public void Publish(T value)
        {
            foreach (Action<T> observer in Volatile.Read(ref _list))
            {
                observer(value);
            }
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var observers = new Observers<int>();
            await Task.WhenAll(Enumerable.Range(0, 8).Select(id => Task.Run(() =>
            {
                Action<int> print = v => Console.WriteLine(id + " saw " + v);
                observers.Add(print);
                observers.Publish(id);
                observers.Remove(print);
            })));
        }
    }
}
