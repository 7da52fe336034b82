// Drops the catalogue lines whose ISBN has already occurred. difficulty: easy
using System.Collections.Generic;
using System.Linq;

namespace Menagerie.M1366;

public static class IsbnFilter
{
    public static List<string> DropRepeated(IReadOnlyList<string> catalogueLines)
    {
        var seen = new HashSet<string>();
        return catalogueLines
            .AsParallel()
            .Where(line => line.Length > 13)
            .Where(line => seen.Add(line[..13])) // expect: RACE
            .ToList();
    }
}
