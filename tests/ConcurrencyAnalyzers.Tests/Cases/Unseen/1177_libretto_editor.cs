using System;
using System.Collections.Generic;
using System.Threading;

namespace Blind.C1177;

public sealed record Scene(int Version, string Text);

/// Scenes of a libretto that several authors edit; a save names the version that it is based on.
public sealed class LibrettoStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Scene> _scenes = new();
    private readonly List<string> _history = new();

    public Scene Open(string name)
    {
        lock (_gate)
        {
            if (!_scenes.TryGetValue(name, out var scene))
                _scenes[name] = scene = new Scene(0, "");
            return scene;
        }
    }

    public bool Save(string name, int basedOn, string text)
    {
        int current;
        lock (_gate)
        {
            current = _scenes[name].Version;
        }
        if (current != basedOn) // expect: CHECK_THEN_ACT?
            return false;

        var tidy = Tidy(text);
        lock (_gate)
        {
            _scenes[name] = new Scene(current + 1, tidy); // expect: CHECK_THEN_ACT
            _history.Add($"{name} v{current + 1}"); // expect: CHECK_THEN_ACT?
        }
        return true;
    }

    public string[] History()
    {
        lock (_gate)
        {
            return _history.ToArray();
        }
    }

    private static string Tidy(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = lines[i].TrimEnd();
        return string.Join('\n', lines);
    }
}
