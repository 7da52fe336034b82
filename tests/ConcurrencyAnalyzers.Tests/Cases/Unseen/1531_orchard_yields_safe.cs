// Adds up the crates of every orchard row while the pickers of the rows report on threads of their own. difficulty: hard
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1531;

public struct RowYield
{
    public int Crates;
    public double Kilograms;
}

public sealed class OrchardSheet(int rows)
{
    private readonly RowYield[] _rows = new RowYield[rows];

    public ref RowYield this[int row] => ref _rows[row];

    public RowYield Sum()
    {
        var sum = new RowYield();
        foreach (var row in _rows)
        {
            sum.Crates += row.Crates;
            sum.Kilograms += row.Kilograms;
        }
        return sum;
    }
}

public sealed class RowPicker(OrchardSheet sheet, int row, IReadOnlyList<double> crates)
{
    public void Pick()
    {
        foreach (double kilograms in crates)
        {
            Weigh(ref sheet[row], kilograms);
        }
    }

    private static void Weigh(ref RowYield yield, double kilograms)
    {
        yield.Crates++;
        yield.Kilograms += kilograms;
    }
}

public static class OrchardDay
{
    public static RowYield Harvest(IReadOnlyList<IReadOnlyList<double>> cratesByRow)
    {
        var sheet = new OrchardSheet(cratesByRow.Count);
        var threads = new List<Thread>();
        for (int row = 0; row < cratesByRow.Count; row++)
        {
            var picker = new RowPicker(sheet, row, cratesByRow[row]);
            threads.Add(new Thread(picker.Pick));
        }
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return sheet.Sum();
    }
}
