// Hangfire calls the job on a worker of its own, as often as it is enqueued.
using System.Linq.Expressions;
using Hangfire;

namespace Hangfire
{
    public static class BackgroundJob
    {
        public static string Enqueue<T>(Expression<Action<T>> call) => call.ToString();
    }
}

namespace Cases.F065
{
    public sealed class Mailer
    {
        private static readonly HashSet<string> s_sent = [];
        private int _count;

        public void Send(string address)
        {
            _count++;
            s_sent.Add(address); // expect: RACE
        }
    }

    public static class Orders
    {
        public static string Place(string address) => BackgroundJob.Enqueue<Mailer>(mailer => mailer.Send(address));
    }
}
