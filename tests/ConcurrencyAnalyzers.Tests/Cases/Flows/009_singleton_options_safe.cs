// Singletons that are filled while they are built, or whose words are simply replaced.
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F009;

public sealed class SiteOptions
{
    public string Title { get; set; } = "";

    public int PageSize { get; set; } = 20;

    public List<string> Languages { get; } = [];
}

public sealed class Translator
{
    private readonly Dictionary<string, string> _words = new();
    private readonly SiteOptions _options;
    private string? _last;

    public Translator(SiteOptions options)
    {
        _options = options;
        foreach (var language in options.Languages)
            _words[language] = language.ToUpperInvariant();
    }

    public string? Last => _last;

    public string Translate(string word)
    {
        _last = word;
        return _words.TryGetValue(word, out var found) ? found : _options.Title;
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        var options = new SiteOptions { Title = "home" };
        options.Languages.Add("de");
        services.AddSingleton(options);
        services.AddSingleton<Translator>();
        services.AddControllers();
    }
}

[ApiController]
public sealed class WordsController(Translator translator, SiteOptions options) : ControllerBase
{
    [HttpGet]
    public string Get(string word) => translator.Translate(word) + options.PageSize;
}
