using System;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1144;

public sealed record GlacierCell(double IceMetres, double AreaSquareMetres, double MeltPerDegreeDay);

public sealed class GlacierBalance(GlacierCell[,] grid)
{
    private const double Density = 917;

    public (double MassKg, double MeltKg) Estimate(double degreeDays)
    {
        var rows = grid.GetLength(0);
        var columns = grid.GetLength(1);
        var joining = new Lock();
        double mass = 0, melt = 0;

        Parallel.For(0, rows,
            () => (Mass: 0.0, Melt: 0.0),
            (row, _, part) =>
            {
                for (var column = 0; column < columns; column++)
                {
                    var cell = grid[row, column];
                    var ice = cell.IceMetres * cell.AreaSquareMetres * Density;
                    part.Mass += ice;
                    part.Melt += Math.Min(ice, cell.MeltPerDegreeDay * degreeDays * cell.AreaSquareMetres);
                }
                return part;
            },
            part =>
            {
                lock (joining)
                {
                    mass += part.Mass;
                    melt += part.Melt;
                }
            });

        return (mass, melt);
    }
}
