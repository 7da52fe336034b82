// Set up before the first request; in the lambdas only read, or kept in the request itself.
using Microsoft.AspNetCore.Builder;

namespace Cases.F019;

public static class Endpoints
{
    public static void Map(WebApplication app, string[] args)
    {
        var hits = 0;
        var names = new Dictionary<string, int>();
        app.MapGet("/hit", () => Interlocked.Increment(ref hits));
        app.MapGet("/name/{name}", (string name) => names.TryGetValue(name, out var age) ? age : 0);
        app.MapPost("/sum", (int[] numbers) =>
        {
            var sum = 0;
            foreach (var number in numbers)
                sum += number;
            return sum;
        });
        foreach (var argument in args)
            names[argument] = argument.Length;
        app.Run();
    }
}
