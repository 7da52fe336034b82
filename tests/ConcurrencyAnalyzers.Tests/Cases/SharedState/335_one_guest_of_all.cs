// One item is given to all tasks, or to two: their updates meet.
namespace Cases.S335;

public sealed class Vessel(string name)
{
    public string Name { get; } = name;

    public int Visits { get; private set; }

    public void NoteVisit() => Visits++; // expect: RACE#1
}

public sealed class Barge(string name)
{
    public string Name { get; } = name;

    public int Tons;

    public void Load(int tons) => Tons += tons; // expect: RACE#2
}

public static class Harbour
{
    public static async Task Main()
    {
        var tug = new Vessel("tug");
        var fleet = Enumerable.Range(0, 8).Select(n => new Vessel($"ketch {n}")).ToArray();
        await Task.WhenAll(fleet.Select(vessel => Task.Run(() => SailAsync(vessel, tug))));
        Console.WriteLine(string.Join(", ", fleet.Select(v => $"{v.Name}: {v.Visits}")) + tug.Visits);
    }

    private static async Task SailAsync(Vessel vessel, Vessel tug)
    {
        for (var day = 0; day < 20; day++)
        {
            await Task.Delay(5);
            vessel.NoteVisit();
            tug.NoteVisit();
        }
    }
}

public static class Quarry
{
    public static async Task Main()
    {
        var barges = Enumerable.Range(0, 3).Select(n => new Barge($"barge {n}")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(crane => Task.Run(() => FillAsync(barges[crane % barges.Length]))));
    }

    private static async Task FillAsync(Barge barge)
    {
        await Task.Delay(5);
        barge.Load(3);
    }
}
