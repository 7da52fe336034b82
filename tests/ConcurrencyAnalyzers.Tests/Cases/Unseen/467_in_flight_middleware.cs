// One middleware object serves all requests: its plain fields are changed by every request that is under way. difficulty: medium
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.U467;

public sealed class InFlightMiddleware
{
    private readonly RequestDelegate _next;
    private int _inFlight;

    public InFlightMiddleware(RequestDelegate next) => _next = next;

    public async Task InvokeAsync(HttpContext context)
    {
        _inFlight++; // expect: RACE
        context.Response.Headers["X-In-Flight"] = _inFlight.ToString(); // expect: RACE?
        try
        {
            await _next(context);
        }
        finally
        {
            _inFlight--; // expect: RACE
        }
    }
}

public static class InFlightExtensions
{
    public static IApplicationBuilder UseInFlight(this IApplicationBuilder app) => app.UseMiddleware<InFlightMiddleware>();
}
