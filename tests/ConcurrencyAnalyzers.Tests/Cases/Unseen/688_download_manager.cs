// The downloads run on the pool and read the for-loop variable after the loop moved on. difficulty: easy
namespace Cases.U688;

public sealed record DownloadReport(int Index, Uri Source, long Bytes);

public sealed class DownloadManager(HttpClient http, string folder)
{
    public event Action<string>? Queued;

    public async Task<IReadOnlyList<DownloadReport>> FetchAllAsync(IReadOnlyList<Uri> sources, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var running = new List<Task<DownloadReport>>(sources.Count);
        for (int i = 0; i < sources.Count; i++)
        {
            Queued?.Invoke(sources[i].Host);
            running.Add(Task.Run(() => FetchAsync(sources[i], i, stop), stop)); // expect: CAPTURE
        }
        return await Task.WhenAll(running);
    }

    private async Task<DownloadReport> FetchAsync(Uri source, int index, CancellationToken stop)
    {
        string path = PathFor(index, source);
        await using Stream input = await http.GetStreamAsync(source, stop);
        await using FileStream output = File.Create(path);
        await input.CopyToAsync(output, stop);
        return new DownloadReport(index, source, output.Length);
    }

    private string PathFor(int index, Uri source)
    {
        string name = Path.GetFileName(source.LocalPath);
        return Path.Combine(folder, $"{index:D4}-{(name.Length == 0 ? "index.html" : name)}");
    }
}
