// The default registry is created by an unsynchronised ??= that several loader threads reach at once; registrations get lost. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U703;

public interface IPlugin
{
    string Name { get; }

    string Transform(string input);
}

public sealed class PluginRegistry
{
    private static PluginRegistry? s_default;
    private readonly ConcurrentDictionary<string, IPlugin> _plugins = new();

    private PluginRegistry()
    {
    }

    public static PluginRegistry Default => s_default ??= new PluginRegistry(); // expect: LAZY_INIT

    public ICollection<string> Names => _plugins.Keys;

    public void Register(IPlugin plugin)
    {
        if (!_plugins.TryAdd(plugin.Name, plugin))
        {
            throw new InvalidOperationException($"Plug-in {plugin.Name} is registered twice.");
        }
    }

    public IPlugin? Find(string name) => _plugins.GetValueOrDefault(name);
}

public sealed class PluginLoader
{
    public int Load(IEnumerable<Type> candidates)
    {
        Parallel.ForEach(candidates.Where(IsPlugin), type =>
        {
            if (Activator.CreateInstance(type) is IPlugin plugin)
            {
                PluginRegistry.Default.Register(plugin);
            }
        });
        return PluginRegistry.Default.Names.Count;
    }

    private static bool IsPlugin(Type type) => !type.IsAbstract && typeof(IPlugin).IsAssignableFrom(type);
}
