// Download progress shared by all parallel downloads.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U572;

public sealed record DownloadSummary(long Bytes, int Files, IReadOnlyCollection<Uri> Failed);

public sealed class TransferProgress
{
    private long _bytes;
    private int _files;

    public long Bytes => Interlocked.Read(ref _bytes);

    public int Files => Volatile.Read(ref _files);

    public long AddBytes(int count) => Interlocked.Add(ref _bytes, count);

    public void FileDone() => Interlocked.Increment(ref _files);
}

public sealed class ArchiveDownloader
{
    private readonly HttpClient _http;
    private readonly IProgress<long> _report;

    public ArchiveDownloader(HttpClient http, IProgress<long> report)
    {
        _http = http;
        _report = report;
    }

    public async Task<DownloadSummary> FetchAsync(IEnumerable<Uri> sources, string folder, CancellationToken ct)
    {
        var progress = new TransferProgress();
        var failed = new ConcurrentBag<Uri>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = ct };

        await Parallel.ForEachAsync(sources, options, async (uri, token) =>
        {
            try
            {
                await FetchOneAsync(uri, folder, progress, token);
                progress.FileDone();
            }
            catch (HttpRequestException)
            {
                failed.Add(uri);
            }
        });

        return new DownloadSummary(progress.Bytes, progress.Files, failed.ToArray());
    }

    private async Task FetchOneAsync(Uri uri, string folder, TransferProgress progress, CancellationToken ct)
    {
        await using var input = await _http.GetStreamAsync(uri, ct);
        await using var output = File.Create(Path.Combine(folder, Guid.NewGuid().ToString("N")));
        var buffer = new byte[81920];
        int read;
        while ((read = await input.ReadAsync(buffer, ct)) > 0)
        {
            await output.WriteAsync(buffer.AsMemory(0, read), ct);
            var total = progress.AddBytes(read);
            _report.Report(total);
        }
    }
}
