// CONC1001: a priority queue is filled by tasks
namespace Stress;

public static class Urgencies
{
    private static readonly PriorityQueue<int, int> s_waiting = new(new UsualOrder());

    private static void Admit(int patients)
    {
        for (var i = 0; i < patients; i++)
            s_waiting.Enqueue(i, patients - i);
    }

    public static int Run() => Rounds.Play(() =>
    {
        s_waiting.Clear();
        var doors = new List<Task>();
        for (var door = 0; door < 3; door++)
            doors.Add(Task.Run(() => Admit(20_000)));
        Task.WaitAll(doors);
        return s_waiting.Count == 60_000;
    });
}
