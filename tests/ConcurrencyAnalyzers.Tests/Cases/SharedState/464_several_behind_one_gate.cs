using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace SeveralBehindOneGate;

public sealed class Loader
{
    private int _started;
    private int _done;
    private readonly List<int> _loaded = new();

    public void Start(int count)
    {
        if (Interlocked.CompareExchange(ref _started, 1, 0) != 0)
            return;
        for (var i = 0; i < count; i++)
            Task.Run(() => Load());
    }

    private void Load()
    {
        _done++; // expect: RACE
        _loaded.Add(1); // expect: RACE
    }

    public int Done => _done;
}

public sealed class Crew
{
    private int _started;
    private int _hours;

    public void Start(int hands)
    {
        if (Interlocked.Exchange(ref _started, 1) == 1)
            return;
        for (var i = 0; i < hands; i++)
            new Thread(Work).Start();
    }

    private void Work() => _hours += 8; // expect: RACE
}
