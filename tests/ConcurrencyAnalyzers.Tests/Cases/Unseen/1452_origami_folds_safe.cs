// One thread writes a folding plan and announces it; another one waits for the announcement before it folds. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1452;

public sealed class FoldingPlan
{
    private readonly List<string> _steps = new();
    private string _paper = "";
    private volatile bool _announced;

    public void Write(string paper, IEnumerable<string> steps)
    {
        _paper = paper;
        _steps.AddRange(steps);
        _announced = true;
    }

    public bool TryRead(out string paper, out IReadOnlyList<string> steps)
    {
        if (!_announced)
        {
            paper = "";
            steps = [];
            return false;
        }
        paper = _paper;
        steps = _steps;
        return true;
    }
}

public sealed class OrigamiClass
{
    private readonly Func<string, string[]> _lookUp;

    public OrigamiClass(Func<string, string[]> lookUp) => _lookUp = lookUp;

    public IReadOnlyList<string> Teach(string figure)
    {
        var plan = new FoldingPlan();
        var folded = new List<string>();
        var steps = _lookUp(figure);
        var pupil = new Thread(() => Fold(plan, folded));
        pupil.Start();
        plan.Write(figure == "crane" ? "washi" : "kraft", steps);
        pupil.Join();
        return folded;
    }

    private static void Fold(FoldingPlan plan, List<string> folded)
    {
        string paper;
        IReadOnlyList<string> steps;
        var spin = new SpinWait();
        while (!plan.TryRead(out paper, out steps))
        {
            spin.SpinOnce();
        }
        folded.Add($"take {paper}");
        foreach (var step in steps)
        {
            folded.Add(step);
        }
    }
}
