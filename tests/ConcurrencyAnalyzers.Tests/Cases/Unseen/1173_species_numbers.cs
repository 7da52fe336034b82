using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Blind.C1173;

/// Gives every plant species of a field survey a small number, in the order of first sight.
public sealed class SpeciesNumbers
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = new();

    public int NumberOf(string species)
    {
        return _numbers.GetOrAdd(species, name =>
        {
            _names.Add(name); // expect: RACE#1
            return _names.Count - 1; // expect: RACE#1
        });
    }

    public IReadOnlyList<string> Names => _names; // expect: RACE?
}

public static class FieldSurvey
{
    public static void Main(string[] args)
    {
        var numbers = new SpeciesNumbers();
        var plots = new ConcurrentBag<(string Plot, int[] Species)>();

        Parallel.ForEach(Directory.EnumerateFiles(args[0], "*.plot"), file =>
        {
            var species = File.ReadAllLines(file)
                .Where(line => line.Length > 0)
                .Select(numbers.NumberOf)
                .Distinct()
                .ToArray();
            plots.Add((Path.GetFileNameWithoutExtension(file), species));
        });

        foreach (var (plot, species) in plots.OrderBy(p => p.Plot))
            Console.WriteLine($"{plot}: {string.Join(", ", species.Select(n => numbers.Names[n]))}");
    }
}
