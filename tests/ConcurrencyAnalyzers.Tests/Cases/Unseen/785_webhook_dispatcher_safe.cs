// Deliveries are not awaited where they start, but they handle their failures, are kept in a guarded set and awaited on disposal. difficulty: hard
namespace Cases.U785;

public sealed class WebhookDispatcher(HttpClient http) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    public void Dispatch(Uri target, string payload)
    {
        Task delivery = DeliverAsync(target, payload);
        Track(delivery);
    }

    public async ValueTask DisposeAsync()
    {
        Task[] rest;
        lock (_gate)
        {
            rest = [.. _running];
        }
        await Task.WhenAll(rest);
    }

    private void Track(Task delivery)
    {
        lock (_gate)
        {
            _running.RemoveWhere(task => task.IsCompleted);
            _running.Add(delivery);
        }
    }

    private async Task DeliverAsync(Uri target, string payload)
    {
        try
        {
            using var content = new StringContent(payload);
            using HttpResponseMessage answer = await http.PostAsync(target, content);
            answer.EnsureSuccessStatusCode();
        }
        catch (Exception failure)
        {
            Console.Error.WriteLine($"{target}: {failure.Message}");
        }
    }
}
