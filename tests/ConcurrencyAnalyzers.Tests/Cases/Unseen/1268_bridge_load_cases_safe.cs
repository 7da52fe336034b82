using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Structures.Towers;

public sealed record WindCase(string Name, double[] Gusts);

public interface ITowerSolver
{
    double Sway(WindCase wind);
}

public sealed class WindCaseRun
{
    private readonly ITowerSolver _solver;
    private readonly double[] _sways;
    private readonly CountdownEvent _open;

    public WindCaseRun(ITowerSolver solver, int cases)
    {
        _solver = solver;
        _sways = new double[cases];
        _open = new CountdownEvent(cases);
    }

    public double Worst(IReadOnlyList<WindCase> cases)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            var index = i;
            ThreadPool.QueueUserWorkItem(_ => Solve(index, cases[index]));
        }
        _open.Wait();
        return _sways.Max();
    }

    private void Solve(int index, WindCase wind)
    {
        try
        {
            var sway = _solver.Sway(wind);
            _sways[index] = sway;
        }
        catch (ArithmeticException e)
        {
            Console.Error.WriteLine($"{wind.Name}: {e.Message}");
            _sways[index] = double.MaxValue;
        }
        finally
        {
            _open.Signal();
        }
    }
}

public static class TowerCheck
{
    public static bool Holds(ITowerSolver solver, IReadOnlyList<WindCase> cases, double limit) =>
        new WindCaseRun(solver, cases.Count).Worst(cases) <= limit;
}
