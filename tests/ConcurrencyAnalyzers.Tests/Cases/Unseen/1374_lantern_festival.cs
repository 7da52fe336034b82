// Lanterns are let up and come down again; the control room asks which ones are in the air. difficulty: easy
using System.Collections.Generic;
using System.Linq;

namespace Menagerie.M1374;

public sealed record Lantern(int Number, string Colour);

public sealed class LanternSky
{
    private readonly object _gate = new();
    private readonly Dictionary<int, Lantern> _flying = [];

    public void LetUp(Lantern lantern)
    {
        lock (_gate)
        {
            _flying[lantern.Number] = lantern;
        }
    }

    public bool Down(int number)
    {
        lock (_gate)
        {
            return _flying.Remove(number);
        }
    }

    public IReadOnlyList<Lantern> Flying(string colour)
    {
        lock (_gate)
        {
            return _flying.Values.Where(lantern => lantern.Colour == colour).ToArray();
        }
    }
}
