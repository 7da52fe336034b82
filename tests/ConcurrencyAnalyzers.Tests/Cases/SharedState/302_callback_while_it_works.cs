// The registration lives as long as the member runs: its callback meets that member's own steps.
namespace Cases.S302;

public sealed class Printer(Action<string> print)
{
    private readonly List<string> _pages = [];

    public void Load(IEnumerable<string> pages) => _pages.AddRange(pages);

    public int PrintAll(CancellationToken paperJam)
    {
        var printed = 0;
        using var registration = paperJam.Register(Drop);
        while (_pages.Count > 0) // expect: RACE?
        {
            print(_pages[0]); // expect: RACE?
            _pages.RemoveAt(0); // expect: RACE
            printed++;
        }
        return printed;
    }

    private void Drop() => _pages.Clear(); // expect: RACE
}

/// <summary>The registration is handed out: nobody knows when it ends.</summary>
public sealed class Reels
{
    private readonly List<string> _reels = [];

    public void Load(string reel) => _reels.Add(reel); // expect: RACE

    public CancellationTokenRegistration DropAt(CancellationToken end) => end.Register(() => _reels.Clear()); // expect: RACE
}
