// CONC1001: a linked list grows at both ends at once
namespace Stress;

public static class Backlog
{
    public static int Run() => Rounds.Play(() =>
    {
        var items = new LinkedList<int>();
        Parallel.Invoke(
            () =>
            {
                for (var i = 0; i < 200_000; i++)
                    items.AddFirst(i);
            },
            () =>
            {
                for (var i = 0; i < 200_000; i++)
                    items.AddLast(i);
            });
        return items.Count == 400_000 && items.Count() == 400_000;
    });
}
