// LazyInitializer publishes one engine atomically; the losers of the race use the winner's. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U540;

public sealed class TemplateEngine
{
    private static TemplateEngine? s_shared;
    private static readonly Lazy<int> s_version = new(() => Environment.ProcessorCount * 10);
    private readonly ConcurrentDictionary<string, string> _cache = new();

    public static TemplateEngine Shared => LazyInitializer.EnsureInitialized(ref s_shared, () => new TemplateEngine());

    public string Render(string name) => _cache.GetOrAdd(name, n => $"<{n} v='{s_version.Value}'/>");

    public static string[] RenderAll(string[] names)
    {
        var pages = new string[names.Length];
        Parallel.For(0, names.Length, i => pages[i] = Shared.Render(names[i]));
        return pages;
    }
}
