using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Structures.Bridges;

public sealed record LoadCase(string Name, double[] AxleLoads);

public interface IBeamSolver
{
    double Deflection(LoadCase load);
}

public sealed class LoadCaseRun
{
    private readonly IBeamSolver _solver;
    private readonly double[] _deflections;
    private readonly CountdownEvent _open;

    public LoadCaseRun(IBeamSolver solver, int cases)
    {
        _solver = solver;
        _deflections = new double[cases];
        _open = new CountdownEvent(cases);
    }

    public double Worst(IReadOnlyList<LoadCase> cases)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            var index = i;
            ThreadPool.QueueUserWorkItem(_ => Solve(index, cases[index]));
        }
        _open.Wait();
        return _deflections.Max(); // expect: RACE
    }

    private void Solve(int index, LoadCase load)
    {
        var deflection = double.NaN;
        try
        {
            deflection = _solver.Deflection(load);
        }
        catch (ArithmeticException e)
        {
            Console.Error.WriteLine($"{load.Name}: {e.Message}");
        }
        finally
        {
            _open.Signal();
        }
        _deflections[index] = double.IsNaN(deflection) ? double.MaxValue : deflection; // expect: RACE
    }
}

public static class BridgeCheck
{
    public static bool Holds(IBeamSolver solver, IReadOnlyList<LoadCase> cases, double limit) =>
        new LoadCaseRun(solver, cases.Count).Worst(cases) <= limit;
}
