using System;
using System.Collections.Generic;
using System.Threading;

namespace Blind.C1166;

public sealed class CoreAnalysis
{
    public List<double> GrainSizes { get; } = new();
    public double Median { get; set; }
    public Exception? Failure { get; set; }
}

public static class SedimentLab
{
    public static CoreAnalysis[] Analyse(IReadOnlyList<string> cores, Func<string, IEnumerable<double>> measure)
    {
        var analyses = new CoreAnalysis[cores.Count];
        using var finished = new CountdownEvent(1);
        for (var i = 0; i < cores.Count; i++)
        {
            var analysis = analyses[i] = new CoreAnalysis();
            var core = cores[i];
            finished.AddCount();
            ThreadPool.QueueUserWorkItem(_ =>
            {
                try
                {
                    analysis.GrainSizes.AddRange(measure(core));
                    analysis.GrainSizes.Sort();
                    analysis.Median = analysis.GrainSizes[analysis.GrainSizes.Count / 2];
                }
                catch (Exception e)
                {
                    analysis.Failure = e;
                }
                finally
                {
                    finished.Signal();
                }
            });
        }
        finished.Signal();
        finished.Wait();

        foreach (var analysis in analyses)
        {
            if (analysis.Failure != null)
                analysis.GrainSizes.Clear();
        }
        return analyses;
    }
}
