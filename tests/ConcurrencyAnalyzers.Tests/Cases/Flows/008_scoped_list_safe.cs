// The same list in a service of one request.
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F008;

public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<Basket>();
        services.AddTransient<Draft>();
        services.AddControllers();
    }
}

public sealed class Basket
{
    private readonly List<string> _items = [];
    private int _version;

    public void Put(string item)
    {
        _items.Add(item);
        _version++;
    }

    public string[] All() => _items.ToArray();
}

public sealed class Draft
{
    public int Lines { get; private set; }

    public void Append() => Lines++;
}

[ApiController]
public sealed class BasketController(Basket basket, Draft draft) : ControllerBase
{
    [HttpPost]
    public void Post(string item)
    {
        basket.Put(item);
        draft.Append();
    }

    [HttpGet]
    public string[] Get() => basket.All();
}
