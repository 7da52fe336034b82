// Many stations write to the channel, one reader owns the dictionary: only that one flow ever touches it. difficulty: medium
using System.Threading.Channels;

namespace Cases.U982;

public sealed class ElectionNight(Func<string, IAsyncEnumerable<string>> ballots)
{
    private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, int> _votes = [];

    public async Task<int> CountAsync(IEnumerable<string> stations, string candidate)
    {
        var publishing = PublishAllAsync(stations);
        var counting = CountVotesAsync();
        await Task.WhenAll(publishing, counting);
        return _votes.GetValueOrDefault(candidate);
    }

    private async Task PublishAllAsync(IEnumerable<string> stations)
    {
        try
        {
            await Task.WhenAll(stations.Select(station => Task.Run(() => PublishAsync(station))));
        }
        finally
        {
            _channel.Writer.Complete();
        }
    }

    private async Task PublishAsync(string station)
    {
        await foreach (var vote in ballots(station))
        {
            await _channel.Writer.WriteAsync(vote);
        }
    }

    private async Task CountVotesAsync()
    {
        await foreach (var vote in _channel.Reader.ReadAllAsync())
        {
            _votes[vote] = _votes.GetValueOrDefault(vote) + 1;
        }
    }
}
