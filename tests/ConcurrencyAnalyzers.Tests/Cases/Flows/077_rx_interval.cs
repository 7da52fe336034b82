// The interval ticks on the pool while the caller goes on; a plain subject calls back where it is fed.
using System.Reactive.Linq;

namespace System.Reactive.Linq
{
    public static class Observable
    {
        public static IObservable<long> Interval(TimeSpan period) => throw new NotSupportedException(period.ToString());

        public static IObservable<T> Where<T>(this IObservable<T> source, Func<T, bool> predicate) => source;
    }
}

namespace System
{
    public static class ObservableExtensions
    {
        public static IDisposable Subscribe<T>(this IObservable<T> source, Action<T> onNext) => throw new NotSupportedException();
    }
}

namespace Cases.F077
{
    public sealed class Seismograph
    {
        private readonly List<long> _ticks = [];
        private readonly List<int> _values = [];

        public void Run(IObservable<int> values)
        {
            using var ticks = Observable.Interval(TimeSpan.FromSeconds(1)).Where(tick => tick % 2 == 0).Subscribe(tick => _ticks.Add(tick)); // expect: RACE?
            _ticks.Clear(); // expect: RACE?
            using var more = values.Subscribe(value => _values.Add(value));
            _values.Clear();
        }
    }
}
