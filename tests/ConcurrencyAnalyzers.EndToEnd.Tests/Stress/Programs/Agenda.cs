// CONC1001: a sorted dictionary is changed by two threads
namespace Stress;

public sealed class Agenda
{
    private readonly SortedDictionary<int, string> _entries = new(new UsualOrder());

    private void Note(int first, int step)
    {
        for (var hour = first; hour < 20_000; hour += step)
            _entries[hour] = "busy";
    }

    private int Fill()
    {
        var threads = new[] { new Thread(() => Note(0, 2)), new Thread(() => Note(1, 2)) };
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return _entries.Count;
    }

    public static int Run() => Rounds.Play(() => new Agenda().Fill() == 20_000);
}
