// Requests race for who loads: the second goes on before the first is done.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F078;

public sealed class Dictionary78
{
    private readonly SortedDictionary<string, string> _words = new();
    private bool _loaded;

    public string? Find(string word)
    {
        if (!_loaded)
        {
            _words["hello"] = "hallo"; // expect: RACE
            _loaded = true; // expect: RACE?
        }

        return _words.TryGetValue(word, out var found) ? found : null; // expect: RACE
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services, WebApplication app)
    {
        services.AddSingleton<Dictionary78>();
        app.MapGet("/find", (string word, Dictionary78 words) => words.Find(word));
    }
}
