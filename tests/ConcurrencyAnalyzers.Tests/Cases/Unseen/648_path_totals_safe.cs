// Many producers, but the plain dictionary is a local of the one consumer, and its result is awaited before it is used. difficulty: medium
using System.Threading.Channels;

namespace Cases.U648;

public sealed record PageView(string Path, TimeSpan Took);

public sealed class PathTotals
{
    private readonly Dictionary<string, (int Views, TimeSpan Total)> _totals = new(StringComparer.Ordinal);

    public int Paths => _totals.Count;

    public void Add(PageView view)
    {
        var (views, total) = _totals.GetValueOrDefault(view.Path);
        _totals[view.Path] = (views + 1, total + view.Took);
    }

    public string Slowest() =>
        _totals.Count == 0 ? "" : _totals.MaxBy(entry => entry.Value.Total / entry.Value.Views).Key;
}

public static class AccessLog
{
    public static async Task<string> AnalyseAsync(IReadOnlyList<IAsyncEnumerable<PageView>> servers, CancellationToken token)
    {
        var views = Channel.CreateBounded<PageView>(512);
        var consumer = Task.Run(() => ConsumeAsync(views.Reader), CancellationToken.None);
        try
        {
            await Task.WhenAll(servers.Select(server => ProduceAsync(server, views.Writer, token))).ConfigureAwait(false);
        }
        finally
        {
            views.Writer.Complete();
            await consumer.ConfigureAwait(false);
        }

        var totals = await consumer.ConfigureAwait(false);
        return $"{totals.Paths} paths, slowest {totals.Slowest()}";
    }

    private static async Task ProduceAsync(IAsyncEnumerable<PageView> server, ChannelWriter<PageView> writer, CancellationToken token)
    {
        await foreach (var view in server.WithCancellation(token).ConfigureAwait(false))
        {
            await writer.WriteAsync(view, token).ConfigureAwait(false);
        }
    }

    private static async Task<PathTotals> ConsumeAsync(ChannelReader<PageView> reader)
    {
        var totals = new PathTotals();
        await foreach (var view in reader.ReadAllAsync().ConfigureAwait(false))
        {
            totals.Add(view);
        }
        return totals;
    }
}
