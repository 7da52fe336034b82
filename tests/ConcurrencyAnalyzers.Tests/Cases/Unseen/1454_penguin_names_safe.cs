// The bands of penguins are translated to names; the register of names is read when it is needed first. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;

namespace Menagerie.M1454;

public sealed record PenguinSwim(string Band, int Dives);

public sealed class PenguinRegister
{
    private readonly object _gate = new();
    private readonly Func<IEnumerable<(string Band, string Name)>> _load;
    private readonly Dictionary<string, string> _names = new();
    private volatile bool _loaded;

    public PenguinRegister(Func<IEnumerable<(string Band, string Name)>> load) => _load = load;

    public string NameOf(string band)
    {
        EnsureLoaded();
        return _names.TryGetValue(band, out string? name) ? name : "stranger";
    }

    private void EnsureLoaded()
    {
        if (_loaded)
        {
            return;
        }
        lock (_gate)
        {
            if (_loaded)
            {
                return;
            }
            foreach (var (band, name) in _load())
            {
                _names[band] = name;
            }
            _loaded = true;
        }
    }
}

public sealed class PenguinPool
{
    private readonly PenguinRegister _register;

    public PenguinPool(PenguinRegister register) => _register = register;

    public IReadOnlyList<string> Describe(IEnumerable<PenguinSwim> swims) =>
        swims
            .AsParallel()
            .AsOrdered()
            .Select(swim => $"{_register.NameOf(swim.Band)} dived {swim.Dives} times")
            .ToList();
}
