// The matrix's indexer hides the shared counter of writes.
namespace Cases.S113;

public sealed class Matrix(int size)
{
    private readonly double[] _cells = new double[size * size];
    private int _writes;

    public int Writes => _writes;

    public double this[int row, int column]
    {
        get => _cells[row * size + column];
        set
        {
            _cells[row * size + column] = value;
            _writes++; // expect: RACE
        }
    }

    public static Matrix Identity(int size)
    {
        var result = new Matrix(size);
        Parallel.For(0, size, i => result[i, i] = 1);
        return result;
    }
}
