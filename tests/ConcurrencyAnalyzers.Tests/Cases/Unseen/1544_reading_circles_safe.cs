// Keeps the members of the reading circles of a library; a circle disappears when its last member has left. difficulty: hard
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1544;

public sealed class ReadingCircles
{
    private sealed class Circle
    {
        public readonly Lock Gate = new();
        public readonly HashSet<string> Members = [];
        public bool Dissolved;
    }

    private readonly ConcurrentDictionary<string, Circle> _circles = new();

    public int Join(string book, string member)
    {
        while (true)
        {
            var circle = _circles.GetOrAdd(book, _ => new Circle());
            lock (circle.Gate)
            {
                if (!circle.Dissolved)
                {
                    circle.Members.Add(member);
                    return circle.Members.Count;
                }
            }
        }
    }

    public void Leave(string book, string member)
    {
        if (!_circles.TryGetValue(book, out var circle))
        {
            return;
        }
        lock (circle.Gate)
        {
            if (circle.Members.Remove(member) && circle.Members.Count == 0)
            {
                circle.Dissolved = true;
                _circles.TryRemove(KeyValuePair.Create(book, circle));
            }
        }
    }

    public int SizeOf(string book)
    {
        if (!_circles.TryGetValue(book, out var circle))
        {
            return 0;
        }
        lock (circle.Gate)
        {
            return circle.Members.Count;
        }
    }
}
