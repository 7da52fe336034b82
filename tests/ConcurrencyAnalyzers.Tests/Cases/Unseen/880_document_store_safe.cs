// Every access runs on the exclusive scheduler of the pair, one delegate at a time, and its task is handed to the caller. difficulty: hard
namespace Cases.U880;

public sealed record Revision(int Number, string Text);

public sealed class DocumentStore
{
    private readonly TaskFactory _exclusive;
    private readonly Dictionary<string, List<Revision>> _documents = [];
    private int _writes;

    public DocumentStore()
    {
        var schedulers = new ConcurrentExclusiveSchedulerPair();
        _exclusive = new TaskFactory(
            CancellationToken.None,
            TaskCreationOptions.DenyChildAttach,
            TaskContinuationOptions.None,
            schedulers.ExclusiveScheduler);
    }

    public Task<int> SaveAsync(string name, string text) => _exclusive.StartNew(() =>
    {
        if (!_documents.TryGetValue(name, out var revisions))
        {
            _documents[name] = revisions = [];
        }
        _writes++;
        revisions.Add(new Revision(revisions.Count + 1, text));
        return revisions.Count;
    });

    public Task<Revision[]> HistoryAsync(string name) => _exclusive.StartNew(() =>
        _documents.TryGetValue(name, out var revisions) ? revisions.ToArray() : []);

    public Task<int> WritesAsync() => _exclusive.StartNew(() => _writes);
}
