// Each iteration works on its own row through a span.
namespace Cases.S136;

public static class Normaliser
{
    public static void Rows(double[][] rows) => Parallel.ForEach(rows, row =>
    {
        Span<double> cells = row;
        double max = 0;
        foreach (ref double cell in cells)
        {
            max = Math.Max(max, cell);
        }

        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] /= max;
        }
    });
}
