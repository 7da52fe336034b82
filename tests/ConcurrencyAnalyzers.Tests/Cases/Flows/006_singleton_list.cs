// Requests meet in the singleton: it has no lock at all.
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F006;

public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IGuestBook, GuestBook>();
        services.AddControllers();
    }
}

public interface IGuestBook
{
    void Sign(string name);

    string[] All();
}

public sealed class GuestBook : IGuestBook
{
    private readonly List<string> _names = [];

    public void Sign(string name) => _names.Add(name); // expect: RACE

    public string[] All() => _names.ToArray(); // expect: RACE
}

[ApiController]
public sealed class GuestsController(IGuestBook book) : ControllerBase
{
    [HttpPost]
    public void Post(string name) => book.Sign(name);

    [HttpGet]
    public string[] Get() => book.All();
}
