// Counts the signs on clay tablets: every thread has a table of its own, and the tables are added up at the end. difficulty: medium
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1344;

public static class TabletSigns
{
    public static Dictionary<char, int> Count(IEnumerable<string> tablets)
    {
        using var tables = new ThreadLocal<Dictionary<char, int>>(() => [], trackAllValues: true);
        Parallel.ForEach(tablets, tablet =>
        {
            var table = tables.Value!;
            foreach (var sign in tablet)
            {
                table[sign] = table.GetValueOrDefault(sign) + 1;
            }
        });

        var total = new Dictionary<char, int>();
        foreach (var table in tables.Values)
        {
            foreach (var (sign, count) in table)
            {
                total[sign] = total.GetValueOrDefault(sign) + count;
            }
        }
        return total;
    }
}
