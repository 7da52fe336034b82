// Pickers harvest the rows of a vineyard on the thread pool; the cellar waits for all of them and adds up. difficulty: medium
namespace Cabinet.C1440;

public sealed class GrapeHarvest(Func<int, double> pickRow)
{
    private double _total;
    private int _bestRow;

    public string Harvest(int rows)
    {
        var kilos = new double[rows];
        var picking = new CountdownEvent(rows);
        for (int i = 0; i < rows; i++)
        {
            int row = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                try
                {
                    kilos[row] = pickRow(row);
                }
                finally
                {
                    picking.Signal();
                }
            });
        }
        picking.Wait();
        for (int row = 0; row < rows; row++)
        {
            _total += kilos[row];
            if (kilos[row] > kilos[_bestRow])
            {
                _bestRow = row;
            }
        }
        return $"{_total:F0} kg, best row {_bestRow}";
    }
}
