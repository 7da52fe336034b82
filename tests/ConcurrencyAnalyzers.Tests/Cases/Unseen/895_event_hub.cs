// The list is immutable and the field volatile, but read, Add and write back are three steps, and subscriptions get lost; difficulty: medium
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U895
{
    public sealed class EventHub
    {
        private volatile ImmutableList<Action<string>> _handlers = ImmutableList<Action<string>>.Empty;

        public void Subscribe(Action<string> handler)
        {
            _handlers = _handlers.Add(handler); // expect: NON_ATOMIC#1, RACE?
        }

        public void Unsubscribe(Action<string> handler)
        {
            _handlers = _handlers.Remove(handler); // expect: NON_ATOMIC#1, RACE?
        }

        public void Publish(string message)
        {
            foreach (Action<string> handler in _handlers)
            {
                handler(message);
            }
        }
    }

    public static class Program
    {
        private static void Attend(EventHub hub, int id)
        {
            Action<string> print = m => Console.WriteLine(id + " got " + m);
            hub.Subscribe(print);
            hub.Publish("hello from " + id);
            hub.Unsubscribe(print);
        }

        public static async Task Main()
        {
            var hub = new EventHub();
            await Task.WhenAll(Enumerable.Range(0, 16).Select(id => Task.Run(() => Attend(hub, id))));
        }
    }
}
