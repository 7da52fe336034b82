// The nearest wrong one: the work is started first, and the address looked at afterwards.
namespace Cases.R272;

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
            notes.Add("no such address"); // expect: RACE#1
        }

        if (way is not null)
            await way;
        return notes;
    }

    private static Task Begin(string address, List<string> notes)
    {
        var way = Task.Run(() => notes.Add("on the way to " + address)); // expect: RACE#1
        ArgumentException.ThrowIfNullOrEmpty(address);
        return way;
    }
}
