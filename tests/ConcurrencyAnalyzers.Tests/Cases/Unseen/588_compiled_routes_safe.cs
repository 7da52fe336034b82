// A route table compiled on first use and published when complete.
using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using System.Threading;

namespace Cases.U588;

public sealed record RouteTemplate(string Pattern, string Handler);

public sealed class CompiledRoutes
{
    private readonly List<(Regex Pattern, string Handler)> _routes = new();

    public void Add(RouteTemplate template) =>
        _routes.Add((new Regex("^" + template.Pattern + "$"), template.Handler));

    public string? Match(string path)
    {
        foreach (var (pattern, handler) in _routes)
        {
            if (pattern.IsMatch(path))
            {
                return handler;
            }
        }

        return null;
    }
}

public sealed class Router
{
    private readonly object _gate = new();
    private readonly IReadOnlyList<RouteTemplate> _templates;
    private volatile CompiledRoutes? _compiled;

    public Router(IReadOnlyList<RouteTemplate> templates) => _templates = templates;

    public string? Resolve(string path) => Routes().Match(path);

    private CompiledRoutes Routes()
    {
        var routes = _compiled;
        if (routes != null)
        {
            return routes;
        }

        lock (_gate)
        {
            routes = _compiled;
            if (routes == null)
            {
                routes = new CompiledRoutes();
                foreach (var template in _templates)
                {
                    routes.Add(template);
                }

                _compiled = routes;
            }
        }

        return routes;
    }
}

public sealed class RequestListener
{
    private readonly Router _router;

    public RequestListener(Router router) => _router = router;

    public void OnRequest(string path) =>
        ThreadPool.UnsafeQueueUserWorkItem(
            static state => Console.WriteLine(state.Router.Resolve(state.Path) ?? "404"),
            (Router: _router, Path: path),
            preferLocal: false);
}
