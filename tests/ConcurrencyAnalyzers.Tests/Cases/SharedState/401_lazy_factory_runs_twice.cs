using System;
using System.Collections.Generic;
using System.Threading;

namespace Cases.LazyFactories;

public sealed class Catalogue401
{
    private readonly List<string> _log = new();
    private readonly Lazy<string> _text;

    public Catalogue401() => _text = new Lazy<string>(Load, LazyThreadSafetyMode.PublicationOnly);

    public string Text => _text.Value;

    private string Load()
    {
        _log.Add("loaded"); // expect: RACE
        return "text";
    }
}

public sealed class LockedCatalogue401
{
    private readonly List<string> _log = new();
    private readonly Lazy<string> _text;

    public LockedCatalogue401() => _text = new Lazy<string>(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    public string Text => _text.Value;

    private string Load()
    {
        _log.Add("loaded");
        return "text";
    }
}

public sealed class PureCatalogue401
{
    private readonly Lazy<Dictionary<string, int>> _index;

    public PureCatalogue401() => _index = new Lazy<Dictionary<string, int>>(Load, LazyThreadSafetyMode.PublicationOnly);

    public int this[string key] => _index.Value[key];

    private static Dictionary<string, int> Load()
    {
        var index = new Dictionary<string, int>();
        index["a"] = 1;
        return index;
    }
}
