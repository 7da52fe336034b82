// A list that hangs on the flow is one list for all that the flow starts, whoever hung it there and whatever else he did with it.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace NotesOfTheFlow;

public static class Logbook
{
    private static readonly AsyncLocal<List<string>?> s_pages = new();

    public static List<string> Begin()
    {
        var pages = new List<string> { "begun" };
        s_pages.Value = pages;
        return pages;
    }

    public static void Note(string line)
    {
        var pages = s_pages.Value;
        if (pages is not null)
        {
            pages.Add(line); // expect: RACE
        }
    }
}

public sealed class NightWatch
{
    public async Task<int> WalkAsync(IEnumerable<string> rooms)
    {
        var pages = Logbook.Begin();
        await Task.WhenAll(rooms.Select(room => Task.Run(() => Logbook.Note(room))));
        return pages.Count;
    }
}
