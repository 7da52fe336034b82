// Logins change the dictionary under the lock, the lookup of the request threads takes none; difficulty: easy
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U887
{
    public sealed class SessionTable
    {
        private readonly object _gate = new object();
        private readonly Dictionary<Guid, string> _sessions = new Dictionary<Guid, string>();

        public Guid Login(string user)
        {
            Guid id = Guid.NewGuid();
            lock (_gate)
            {
                _sessions[id] = user;
            }
            return id;
        }

        public void Logout(Guid id)
        {
            lock (_gate)
            {
                _sessions.Remove(id);
            }
        }

        public string? UserOf(Guid id)
        {
            return _sessions.TryGetValue(id, out string? user) ? user : null; // expect: INCONSISTENT_LOCK, RACE?
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var table = new SessionTable();
            var clients = new List<Task>();
            for (int i = 0; i < 10; i++)
            {
                string name = "user" + i;
                clients.Add(Task.Run(() =>
                {
                    Guid id = table.Login(name);
                    Console.WriteLine(table.UserOf(id));
                    table.Logout(id);
                }));
            }
            await Task.WhenAll(clients);
        }
    }
}
