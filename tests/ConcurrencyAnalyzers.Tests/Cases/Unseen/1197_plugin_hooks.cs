using System.Collections.Immutable;

namespace Blind.C1197;

public sealed class HookTable
{
    private volatile ImmutableList<Func<string, string>> _hooks = ImmutableList<Func<string, string>>.Empty;

    public void Register(Func<string, string> hook)
    {
        _hooks = _hooks.Add(hook); // expect: NON_ATOMIC
    }

    public void Unregister(Func<string, string> hook)
    {
        _hooks = _hooks.Remove(hook); // expect: NON_ATOMIC
    }

    public string Run(string input)
    {
        foreach (var hook in _hooks)
        {
            input = hook(input);
        }

        return input;
    }
}

public sealed class PluginHost
{
    private readonly HookTable _hooks = new();

    public async Task LoadAsync(IEnumerable<string> folders)
    {
        await Task.WhenAll(folders.Select(f => Task.Run(() => LoadFolderAsync(f))));
    }

    private async Task LoadFolderAsync(string folder)
    {
        foreach (var manifest in Directory.EnumerateFiles(folder, "*.plugin"))
        {
            var prefix = await File.ReadAllTextAsync(manifest);
            Func<string, string> hook = text => prefix + text;
            _hooks.Register(hook);
            if (prefix.Length == 0)
            {
                _hooks.Unregister(hook);
            }
        }
    }

    public string Render(string text) => _hooks.Run(text);
}
