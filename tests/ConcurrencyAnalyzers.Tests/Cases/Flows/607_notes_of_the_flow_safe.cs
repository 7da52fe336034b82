// Each flow hangs a list of its own there before it notes anything.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace NotesOfEachFlow;

public static class RoomLog
{
    private static readonly AsyncLocal<List<string>?> s_pages = new();

    public static List<string> Begin()
    {
        var pages = new List<string>();
        s_pages.Value = pages;
        return pages;
    }

    public static void Note(string line) => s_pages.Value?.Add(line);
}

public sealed class DayWatch
{
    public async Task<int> WalkAsync(IEnumerable<string> rooms)
    {
        var counts = await Task.WhenAll(rooms.Select(room => Task.Run(() => Visit(room))));
        return counts.Sum();
    }

    private static int Visit(string room)
    {
        var pages = RoomLog.Begin();
        RoomLog.Note(room);
        return pages.Count;
    }
}
