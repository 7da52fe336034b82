// Razor pages: a model for each request, a static for all.
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cases.F063;

public sealed class IndexModel : PageModel
{
    private static readonly Queue<string> s_latest = new();

    public List<string> Shown { get; } = [];

    public void OnGet(string name)
    {
        s_latest.Enqueue(name); // expect: RACE
        Shown.Add(name);
    }
}
