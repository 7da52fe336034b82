// The singleton guards its list.
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F007;

public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<GuestBook>();
        services.AddControllers();
    }
}

public sealed class GuestBook
{
    private readonly object _gate = new();
    private readonly List<string> _names = [];

    public void Sign(string name)
    {
        lock (_gate)
            _names.Add(name);
    }

    public string[] All()
    {
        lock (_gate)
            return _names.ToArray();
    }
}

[ApiController]
public sealed class GuestsController(GuestBook book) : ControllerBase
{
    [HttpPost]
    public void Post(string name) => book.Sign(name);

    [HttpGet]
    public string[] Get() => book.All();
}
