// Two requests may both fetch; each stores a whole array, and either will do.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F083;

public sealed class Countries
{
    private byte[]? _cache;

    public async Task<byte[]> GetAsync()
    {
        if (_cache is not null)
            return _cache;
        var bytes = await File.ReadAllBytesAsync("countries");
        _cache = bytes;
        return bytes;
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services, WebApplication app)
    {
        services.AddSingleton<Countries>();
        app.MapGet("/countries", (Countries countries) => countries.GetAsync());
    }
}
