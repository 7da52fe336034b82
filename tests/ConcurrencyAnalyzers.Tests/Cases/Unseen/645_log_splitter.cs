// The dictionary is concurrent, the lists in it are not; and the factory of GetOrAdd runs outside any lock, maybe twice. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U645;

public sealed record LogLine(string Host, string Text)
{
    public static LogLine? Parse(string raw)
    {
        int space = raw.IndexOf(' ');
        return space <= 0 ? null : new LogLine(raw[..space], raw[(space + 1)..]);
    }
}

public sealed class LogSplitter
{
    private readonly ConcurrentDictionary<string, List<LogLine>> _byHost = new(StringComparer.Ordinal);
    private readonly List<string> _hosts = [];

    public async Task<string> SplitAsync(IEnumerable<string> files, CancellationToken token)
    {
        await Parallel.ForEachAsync(files, token, ReadFileAsync).ConfigureAwait(false);
        return string.Join(", ", _hosts.Select(host => $"{host}: {_byHost[host].Count}"));
    }

    private async ValueTask ReadFileAsync(string file, CancellationToken token)
    {
        await foreach (var raw in File.ReadLinesAsync(file, token).ConfigureAwait(false))
        {
            if (LogLine.Parse(raw) is { } line)
            {
                Route(line);
            }
        }
    }

    private void Route(LogLine line)
    {
        var lines = _byHost.GetOrAdd(line.Host, host =>
        {
            _hosts.Add(host); // expect: RACE
            return [];
        });
        lines.Add(line); // expect: RACE
    }
}
