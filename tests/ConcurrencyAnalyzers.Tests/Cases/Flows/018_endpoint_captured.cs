// The lambda is called for every request; the variable is one for all of them.
using Microsoft.AspNetCore.Builder;

namespace Cases.F018;

public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        var hits = 0;
        var seen = new HashSet<string>();
        app.MapGet("/hit", () => ++hits); // expect: RACE
        app.MapGet("/seen/{name}", (string name) =>
        {
            return seen.Add(name); // expect: RACE
        });
        app.Run();
    }
}
