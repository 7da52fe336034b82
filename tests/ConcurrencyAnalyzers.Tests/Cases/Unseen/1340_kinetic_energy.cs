// Adds up the kinetic energy of the particles of a gas, with several workers adding to one sum. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1340;

public readonly record struct Particle(double Mass, double Speed);

public sealed class EnergySum
{
    private double _joules;

    public double Joules => Volatile.Read(ref _joules);

    public void Add(double joules)
    {
        double seen = Volatile.Read(ref _joules);
        while (true)
        {
            double found = Interlocked.CompareExchange(ref _joules, seen + joules, seen);
            if (BitConverter.DoubleToInt64Bits(found) == BitConverter.DoubleToInt64Bits(seen))
            {
                return;
            }
            seen = found;
        }
    }

    public static double Of(IEnumerable<Particle> gas)
    {
        var sum = new EnergySum();
        Parallel.ForEach(gas, particle => sum.Add(particle.Mass * particle.Speed * particle.Speed / 2));
        return sum.Joules;
    }
}
