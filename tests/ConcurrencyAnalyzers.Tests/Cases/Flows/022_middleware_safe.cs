// The object is shared, its state is safe; what belongs to a request is in locals.
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Cases.F022;

public sealed class CountingMiddleware
{
    private readonly RequestDelegate _next;
    private readonly ConcurrentDictionary<string, int> _paths = new();
    private readonly HashSet<string> _skipped;
    private long _requests;

    public CountingMiddleware(RequestDelegate next)
    {
        _next = next;
        _skipped = new HashSet<string>();
        _skipped.Add("/health");
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = new List<string>();
        foreach (var header in context.Request.Headers)
            headers.Add(header.Key);
        Interlocked.Increment(ref _requests);
        if (!_skipped.Contains(context.Request.Path))
            _paths.AddOrUpdate(context.Request.Path, headers.Count, static (_, count) => count + 1);
        await _next(context);
    }
}
