using System.Collections.Concurrent;

namespace Cases.L1109;

public sealed class ScanProfile
{
    private ScanProfile(string device, int dpi)
    {
        Device = device;
        Dpi = dpi;
    }

    public string Device { get; }
    public int Dpi { get; private set; }
    public Guid LicenseSeat { get; private set; }

    public static ScanProfile Open(string device)
    {
        var profile = new ScanProfile(device, 300);
        profile.LicenseSeat = SeatServer.Take(device);
        return profile;
    }
}

public static class SeatServer
{
    private static readonly ConcurrentDictionary<Guid, string> Seats = new();

    public static int Taken => Seats.Count;

    public static Guid Take(string device)
    {
        Guid seat = Guid.NewGuid();
        Seats[seat] = device;
        return seat;
    }
}

public sealed class ScanStation(string device)
{
    private ScanProfile? _profile;
    private volatile int _pages;

    private ScanProfile Profile => _profile ??= ScanProfile.Open(device); // expect: LAZY_INIT, RACE?

    public string ScanPage(int page)
    {
        ScanProfile profile = Profile;
        _pages++; // expect: NON_ATOMIC, RACE?
        return $"{profile.Device}@{profile.Dpi}/{profile.LicenseSeat:N}/{page}";
    }

    public int Pages => _pages;
}

public static class Program
{
    public static async Task Main()
    {
        var station = new ScanStation("flatbed-2");
        string[] pages = await Task.WhenAll(Enumerable.Range(1, 12)
            .Select(page => Task.Run(() => station.ScanPage(page))));
        Console.WriteLine($"{pages.Length} pages, {SeatServer.Taken} seats, {station.Pages}");
    }
}
