// The relaxation works in place: one iteration reads the neighbours that other iterations are writing. difficulty: medium
namespace Cases.U311;

public sealed class HeatRod(int cells)
{
    private readonly double[] _heat = new double[cells];

    public double this[int cell]
    {
        get => _heat[cell];
        set => _heat[cell] = value;
    }

    public void Relax(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            Parallel.For(1, _heat.Length - 1, i =>
            {
                double around = _heat[i - 1] + _heat[i + 1]; // expect: RACE#1
                _heat[i] = (_heat[i] + around) / 3; // expect: RACE#1
            });
        }
    }
}
