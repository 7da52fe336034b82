// A helper that throws has not started its last step: the handler has the notes for itself.
namespace Cases.R271;

public static class Delivery
{
    public static async Task<IReadOnlyList<string>> DeliverAsync(string address)
    {
        var notes = new List<string>();
        Task? way = null;
        try
        {
            way = Begin(address, notes);
        }
        catch (ArgumentException)
        {
            notes.Add("no such address");
        }

        if (way is not null)
            await way;
        return notes;
    }

    private static Task Begin(string address, List<string> notes)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        return Task.Run(() => notes.Add("on the way to " + address));
    }
}
