// A type that speaks of no thread and keeps a Lazy that takes no lock; parallel work asks it.
using System;
using System.Collections.Generic;
using System.Linq;

namespace LazyOfAQuietType;

public sealed class Postcodes
{
    private readonly Lazy<Dictionary<string, string>> _towns;

    public Postcodes(Func<Dictionary<string, string>> load) => _towns = new Lazy<Dictionary<string, string>>(load, false); // expect: LAZY_INIT#1

    public string TownOf(string code) => _towns.Value.TryGetValue(code, out var town) ? town : "?"; // expect: LAZY_INIT#1
}

public sealed class LetterSorter(Postcodes codes)
{
    public List<string> Sort(IEnumerable<string> letters) => letters.AsParallel().Select(codes.TownOf).ToList();
}
