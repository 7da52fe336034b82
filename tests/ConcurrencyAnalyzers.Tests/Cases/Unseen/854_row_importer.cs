// The task captures the batch variable, which the loop replaces right away: a late task saves the next, half-filled batch and loses its own. difficulty: medium
namespace Cases.U854;

public sealed record Row(int Key, string Payload);

public interface IRowStore
{
    Task SaveAsync(IReadOnlyList<Row> rows);
}

public sealed class RowImporter(IRowStore store, int batchSize)
{
    public async Task<int> ImportAsync(IAsyncEnumerable<Row> rows)
    {
        var saves = new List<Task>();
        var batch = new List<Row>(batchSize);
        var count = 0;
        await foreach (var row in rows.ConfigureAwait(false))
        {
            batch.Add(row); // expect: CAPTURE?, RACE?
            count++;
            if (batch.Count == batchSize) // expect: CAPTURE?, RACE?
            {
                saves.Add(Task.Run(() => store.SaveAsync(batch))); // expect: CAPTURE#1, RACE?, MISSING_AWAIT?
                batch = new List<Row>(batchSize); // expect: CAPTURE#1, RACE?
            }
        }
        if (batch.Count > 0) // expect: CAPTURE?, RACE?
        {
            saves.Add(store.SaveAsync(batch)); // expect: CAPTURE?, RACE?
        }
        await Task.WhenAll(saves).ConfigureAwait(false);
        return count;
    }
}
