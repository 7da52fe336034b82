// Several enlargers write their exposures to one log, each from a thread of its own. difficulty: easy
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1358;

public sealed class DarkroomLog
{
    private readonly Mutex _mutex = new();
    private readonly List<string> _lines = [];
    private double _paper;

    public void Expose(string negative, double seconds, double squareMetres)
    {
        _mutex.WaitOne();
        try
        {
            _lines.Add($"{negative}: {seconds:F1} s");
            _paper += squareMetres;
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    }

    public string Summary()
    {
        _mutex.WaitOne();
        try
        {
            return $"{_lines.Count} prints on {_paper:F2} m²";
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    }

    public static string Print(string[] negatives)
    {
        var log = new DarkroomLog();
        var threads = negatives.Select(negative => new Thread(() => log.Expose(negative, 8.5, 0.05))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return log.Summary();
    }
}
