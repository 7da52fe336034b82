// ContainsKey, then the indexer: the user may sign out between the two, and the indexer throws; difficulty: easy
using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U902
{
    public sealed class Presence
    {
        private readonly ConcurrentDictionary<string, DateTime> _online = new();

        public void SignIn(string user) => _online[user] = DateTime.UtcNow;

        public void SignOut(string user) => _online.TryRemove(user, out _);

        public string Describe(string user)
        {
            if (_online.ContainsKey(user)) // expect: CHECK_THEN_ACT?
            {
                TimeSpan since = DateTime.UtcNow - _online[user]; // expect: CHECK_THEN_ACT
                return user + " is online for " + since;
            }
            return user + " is away";
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var presence = new Presence();
            string[] users = { "ann", "ben", "cleo" };
            Task visits = Task.WhenAll(users.Select(async u =>
            {
                for (int i = 0; i < 20; i++)
                {
                    presence.SignIn(u);
                    await Task.Delay(5).ConfigureAwait(false);
                    presence.SignOut(u);
                }
            }));
            while (!visits.IsCompleted)
            {
                foreach (string u in users)
                {
                    Console.WriteLine(presence.Describe(u));
                }
                await Task.Delay(1);
            }
            await visits;
        }
    }
}
