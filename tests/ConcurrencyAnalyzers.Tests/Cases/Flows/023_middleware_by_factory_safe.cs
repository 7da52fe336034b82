// An IMiddleware that is registered as transient: one object a request.
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F023;

public sealed class TimingMiddleware : IMiddleware
{
    private readonly List<string> _notes = [];
    private int _steps;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        _steps++;
        _notes.Add("before");
        await next(context);
        _steps++;
        _notes.Add("after");
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services) => services.AddTransient<TimingMiddleware>();
}
