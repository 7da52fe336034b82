// The nearest wrong one: the talk is made once, and handed to both ways.
namespace Cases.R282;

public sealed class Talk
{
    public Dictionary<string, DateTime> Times { get; } = new();

    public Talk(string name) => Times[name] = DateTime.UtcNow;
}

public sealed class Switchboard
{
    private readonly string _name;

    public Switchboard(string name) => _name = name;

    public Task<int> ConnectAsync() => BothAsync(new Talk(_name));

    private static async Task<int> BothAsync(Talk talk)
    {
        var there = WayAsync(talk);
        var back = WayAsync(talk);
        await Task.WhenAll(there, back);
        return await there + await back;
    }

    private static async Task<int> WayAsync(Talk talk)
    {
        await Task.Delay(1).ConfigureAwait(false);
        talk.Times["connected"] = DateTime.UtcNow; // expect: RACE
        return talk.Times.Count;
    }
}
