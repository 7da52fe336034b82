// Downloads the plates of an atlas side by side; a retry policy calls back before every new attempt and the downloader notes it. difficulty: hard
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

namespace Menagerie.M1529;

public sealed class AttemptPolicy(int attempts)
{
    private Action<string, Exception>? _beforeRetry;

    public AttemptPolicy BeforeRetry(Action<string, Exception> callback)
    {
        _beforeRetry += callback;
        return this;
    }

    public async Task<T> RunAsync<T>(string what, Func<Task<T>> action)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await action().ConfigureAwait(false);
            }
            catch (Exception error) when (attempt < attempts && error is IOException or HttpRequestException)
            {
                _beforeRetry?.Invoke(what, error);
            }
        }
    }
}

public sealed class PlateDownload(HttpClient http)
{
    private readonly StringBuilder _journal = new();
    private readonly AttemptPolicy _policy = new(4);
    private int _retries;

    public async Task<string> FetchAsync(IEnumerable<string> plates)
    {
        _policy.BeforeRetry(Note);
        var images = await Task.WhenAll(plates.Select(plate =>
            _policy.RunAsync(plate, () => http.GetByteArrayAsync($"plates/{plate}.tif"))));
        return $"{images.Length} plates, {_retries} retries{Environment.NewLine}{_journal}";
    }

    private void Note(string plate, Exception error)
    {
        _retries++; // expect: RACE
        _journal.Append(plate).Append(": ").AppendLine(error.Message); // expect: RACE
    }
}
