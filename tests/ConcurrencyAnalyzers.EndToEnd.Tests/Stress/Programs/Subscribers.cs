// CONC1001: an immutable list is replaced by its successor, and one of two successors is lost
using System.Collections.Immutable;

namespace Stress;

public sealed class Subscribers
{
    private ImmutableList<int> _members = [];

    public int Enrol(int count)
    {
        Parallel.For(0, count, member =>
        {
            _members = _members.Add(Window.Open(member));
        });
        return _members.Count;
    }

    public static int Run() => Rounds.Play(() => new Subscribers().Enrol(5_000) == 5_000);
}
