// Citizens gather round the town crier from all streets at once; then the news is read out to all of them. difficulty: medium
namespace Cabinet.C1424;

public sealed class TownCrier
{
    private Action<string>? _listeners;

    public void Gather(Action<string> citizen)
    {
        _listeners += citizen; // expect: RACE, NON_ATOMIC?
    }

    public void Cry(string news) => _listeners?.Invoke(news);
}

public sealed class MarketSquare(TownCrier crier)
{
    private int _heard;

    public int Announce(string news, int streets)
    {
        var arrivals = new Task[streets];
        for (int i = 0; i < streets; i++)
        {
            arrivals[i] = Task.Run(() => crier.Gather(_ => _heard++));
        }
        Task.WaitAll(arrivals);
        crier.Cry(news);
        return _heard;
    }
}
