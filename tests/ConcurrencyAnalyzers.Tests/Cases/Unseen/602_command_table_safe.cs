// Plugins register their commands from parallel loaders into an immutable table that is swapped atomically.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace Cases.U602;

public delegate string CommandHandler(string argument);

public interface ICommandPlugin
{
    IEnumerable<KeyValuePair<string, CommandHandler>> Load();
}

public sealed class CommandTable
{
    private ImmutableDictionary<string, CommandHandler> _handlers =
        ImmutableDictionary.Create<string, CommandHandler>(StringComparer.OrdinalIgnoreCase);

    private ImmutableList<string> _conflicts = ImmutableList<string>.Empty;

    public IReadOnlyList<string> Conflicts => Volatile.Read(ref _conflicts);

    public void Register(string name, CommandHandler handler)
    {
        if (!ImmutableInterlocked.TryAdd(ref _handlers, name, handler))
        {
            ImmutableInterlocked.Update(ref _conflicts, static (list, item) => list.Add(item), name);
        }
    }

    public void Unregister(string name)
    {
        while (true)
        {
            var before = Volatile.Read(ref _handlers);
            var after = before.Remove(name);
            if (ReferenceEquals(before, after)
                || ReferenceEquals(Interlocked.CompareExchange(ref _handlers, after, before), before))
            {
                return;
            }
        }
    }

    public string Execute(string name, string argument)
    {
        var handlers = Volatile.Read(ref _handlers);
        return handlers.TryGetValue(name, out var handler) ? handler(argument) : $"unknown command {name}";
    }
}

public static class PluginLoader
{
    public static CommandTable LoadAll(IReadOnlyList<ICommandPlugin> plugins)
    {
        var table = new CommandTable();
        plugins.AsParallel().ForAll(plugin =>
        {
            foreach (var (name, handler) in plugin.Load())
            {
                table.Register(name, handler);
            }
        });
        return table;
    }
}
