// The empty room is removed after its count was looked at, while another user joins that very room object and ends in a detached room; difficulty: hard
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U905
{
    public sealed class Room
    {
        private readonly object _gate = new object();
        private readonly HashSet<string> _members = new HashSet<string>();

        public void Add(string user)
        {
            lock (_gate)
            {
                _members.Add(user);
            }
        }

        public int Remove(string user)
        {
            lock (_gate)
            {
                _members.Remove(user);
                return _members.Count;
            }
        }

        public string[] Members()
        {
            lock (_gate)
            {
                return _members.ToArray();
            }
        }
    }

    public sealed class ChatServer
    {
        private readonly ConcurrentDictionary<string, Room> _rooms = new();

        public void Join(string name, string user)
        {
            Room room = _rooms.GetOrAdd(name, _ => new Room()); // expect: CHECK_THEN_ACT?
            room.Add(user); // expect: CHECK_THEN_ACT#1
        }

        public void Leave(string name, string user)
        {
            if (_rooms.TryGetValue(name, out Room? room) && room.Remove(user) == 0) // expect: CHECK_THEN_ACT?
            {
                _rooms.TryRemove(name, out _); // expect: CHECK_THEN_ACT#1
            }
        }

        public string[] MembersOf(string name)
        {
            return _rooms.TryGetValue(name, out Room? room) ? room.Members() : Array.Empty<string>();
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var server = new ChatServer();
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            {
                server.Join("lobby", "u" + i);
                Console.WriteLine(string.Join(",", server.MembersOf("lobby")));
                server.Leave("lobby", "u" + i);
            })));
        }
    }
}
