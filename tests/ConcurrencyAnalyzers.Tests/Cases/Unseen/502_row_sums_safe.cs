// Every iteration writes only the slot of its own index, and the sums are read after the loop: right. difficulty: easy
namespace Cases.U502;

public static class RowSums
{
    public static (int[] Sums, int Brightest) Build(byte[][] rows)
    {
        var sums = new int[rows.Length];
        Parallel.For(0, rows.Length, y =>
        {
            foreach (byte value in rows[y])
            {
                sums[y] += value;
            }
        });
        return (sums, sums.Length == 0 ? 0 : sums.Max());
    }
}
