// Several clerks work through the streets of a town, each taking the next street as soon as it is done with one. difficulty: medium
namespace Cabinet.C1389;

public sealed class StreetCensus(Func<string, int> countHouseholds)
{
    private long _households;

    public long Count(IEnumerable<string> streets, int clerks)
    {
        using var next = streets.GetEnumerator();
        var threads = new Thread[clerks];
        for (int i = 0; i < clerks; i++)
        {
            threads[i] = new Thread(() => Work(next));
            threads[i].Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return Interlocked.Read(ref _households);
    }

    private void Work(IEnumerator<string> streets)
    {
        while (streets.MoveNext()) // expect: RACE#1
        {
            int households = countHouseholds(streets.Current); // expect: RACE#1
            Interlocked.Add(ref _households, households);
        }
    }
}
