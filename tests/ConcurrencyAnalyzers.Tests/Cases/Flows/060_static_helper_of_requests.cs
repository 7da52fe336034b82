// The static class knows nothing of the web; requests come through the controller.
using Microsoft.AspNetCore.Mvc;

namespace Cases.F060;

public static class Audit
{
    private static readonly List<string> s_entries = [];
    private static readonly object s_gate = new();
    private static int s_written;

    public static void Note(string entry)
    {
        s_entries.Add(entry); // expect: RACE
        lock (s_gate)
            s_written++;
    }
}

public sealed class OrdersController : Controller
{
    public IActionResult Create(string item)
    {
        Audit.Note(item);
        return View();
    }
}
