// Loaded once under a lock and published whole.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F079;

public sealed class Dictionary79
{
    private readonly object _gate = new();
    private readonly Lazy<string[]> _languages = new(() => ["de", "fr"]);
    private volatile Dictionary<string, string>? _words;

    public string? Find(string word)
    {
        if (_words is not { } words)
        {
            lock (_gate)
            {
                words = _words;
                if (words is null)
                {
                    words = new Dictionary<string, string>();
                    words["hello"] = "hallo";
                    _words = words;
                }
            }
        }

        return words.TryGetValue(word, out var found) ? found : _languages.Value[0];
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services, WebApplication app)
    {
        services.AddSingleton<Dictionary79>();
        app.MapGet("/find", (string word, Dictionary79 words) => words.Find(word));
    }
}
