// Both ways make a talk of their own with the factory that they are handed; nobody else has it.
namespace Cases.R281;

public sealed class Talk
{
    public Dictionary<string, DateTime> Times { get; } = new();

    public Talk(string name) => Times[name] = DateTime.UtcNow;
}

public sealed class Switchboard
{
    private readonly string _name;

    public Switchboard(string name) => _name = name;

    public Task<int> ConnectAsync() => BothAsync(() => new Talk(_name));

    private static async Task<int> BothAsync(Func<Talk> make)
    {
        var there = WayAsync(make);
        var back = WayAsync(make);
        await Task.WhenAll(there, back);
        return await there + await back;
    }

    private static async Task<int> WayAsync(Func<Talk> make)
    {
        await Task.Delay(1).ConfigureAwait(false);
        var talk = make();
        talk.Times["connected"] = DateTime.UtcNow;
        return talk.Times.Count;
    }
}
