// One object of a conventional middleware serves all requests.
using Microsoft.AspNetCore.Http;

namespace Cases.F021;

public sealed class CountingMiddleware
{
    private readonly RequestDelegate _next;
    private readonly Dictionary<string, int> _paths = new();
    private long _requests;

    public CountingMiddleware(RequestDelegate next) => _next = next;

    public async Task InvokeAsync(HttpContext context)
    {
        _requests++; // expect: RACE
        _paths[context.Request.Path] = 1; // expect: RACE
        await _next(context);
    }
}
