// Travellers compete for the lockers of a station; whoever gets one writes name and code into it, and the attendant lists those in use. difficulty: hard
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1556;

public sealed class LuggageLocker(int number)
{
    private const int Free = 0;
    private const int Claimed = 1;
    private const int Locked = 2;

    private int _state = Free;
    private string _traveller = "";
    private int _code;

    public bool TryLock(string traveller, int code)
    {
        if (Interlocked.CompareExchange(ref _state, Claimed, Free) != Free)
        {
            return false;
        }
        _traveller = traveller;
        _code = code;
        Volatile.Write(ref _state, Locked);
        return true;
    }

    public string? Describe()
    {
        if (Volatile.Read(ref _state) != Locked)
        {
            return null;
        }
        return $"{number}: {_traveller} ({_code:D4})";
    }
}

public sealed class LockerHall(int lockers)
{
    private readonly LuggageLocker[] _lockers =
        Enumerable.Range(1, lockers).Select(number => new LuggageLocker(number)).ToArray();

    public async Task<(int Served, string[] Seen, string[] InUse)> OpenAsync(IReadOnlyList<string> travellers)
    {
        var listing = Task.Run(List);
        var served = await Task.WhenAll(
            travellers.Select((traveller, i) => Task.Run(() => Serve(traveller, 1000 + i))));
        return (served.Count(ok => ok), await listing, List());
    }

    private bool Serve(string traveller, int code) => _lockers.Any(locker => locker.TryLock(traveller, code));

    private string[] List() => _lockers.Select(locker => locker.Describe()).OfType<string>().ToArray();
}
