// The loop waits for each tick before it goes on, so its state is touched by one tick at a time and read when the loop is over. difficulty: medium
namespace Cases.U456;

public sealed class HeartbeatLoop(Func<string, Task<bool>> ping, TimeProvider clock)
{
    public async Task<string> WatchAsync(string host, TimeSpan period, CancellationToken stop)
    {
        var state = new State();
        using var timer = new PeriodicTimer(period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                await BeatAsync(host, state);
            }
        }
        catch (OperationCanceledException)
        {
        }
        return $"{state.Beats} beats, {state.Missed.Count} missed";
    }

    private async Task BeatAsync(string host, State state)
    {
        state.Beats++;
        if (!await ping(host))
        {
            state.Missed.Add(clock.GetUtcNow());
        }
    }

    private sealed class State
    {
        public int Beats;
        public List<DateTimeOffset> Missed { get; } = [];
    }
}
