// ??= on a static field is a check and an assignment: parallel renderers build several engines and their caches differ. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U539;

public sealed class TemplateEngine
{
    private static TemplateEngine? s_shared;
    private readonly ConcurrentDictionary<string, string> _cache = new();

    public static TemplateEngine Shared => s_shared ??= new TemplateEngine(); // expect: LAZY_INIT, RACE?

    public string Render(string name) => _cache.GetOrAdd(name, n => $"<{n}/>");

    public static string[] RenderAll(string[] names)
    {
        var pages = new string[names.Length];
        Parallel.For(0, names.Length, i => pages[i] = Shared.Render(names[i]));
        return pages;
    }
}
