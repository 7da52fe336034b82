// The entry is removed only together with the value zero that was seen, so a key acquired again in between stays. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U654;

public sealed class BusyFiles
{
    private readonly ConcurrentDictionary<string, int> _readers = new(StringComparer.OrdinalIgnoreCase);

    public bool IsBusy(string file) => _readers.TryGetValue(file, out int readers) && readers > 0;

    public IDisposable Enter(string file)
    {
        _readers.AddOrUpdate(file, 1, static (_, readers) => readers + 1);
        return new Handle(this, file);
    }

    private void Leave(string file)
    {
        int left = _readers.AddOrUpdate(file, 0, static (_, readers) => readers - 1);
        if (left == 0)
        {
            _readers.TryRemove(KeyValuePair.Create(file, 0));
        }
    }

    private sealed class Handle(BusyFiles owner, string file) : IDisposable
    {
        private BusyFiles? _owner = owner;

        public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Leave(file);
    }
}

public static class Scanner
{
    public static async Task<int> ScanAsync(BusyFiles busy, IEnumerable<string> files, CancellationToken token)
    {
        int lines = 0;
        await Parallel.ForEachAsync(files, token, async (file, ct) =>
        {
            using (busy.Enter(file))
            {
                var text = await File.ReadAllLinesAsync(file, ct).ConfigureAwait(false);
                Interlocked.Add(ref lines, text.Length);
            }
        }).ConfigureAwait(false);
        return lines;
    }
}
