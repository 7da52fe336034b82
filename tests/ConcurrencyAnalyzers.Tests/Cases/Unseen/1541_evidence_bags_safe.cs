// Labels evidence bags at several desks at once; the numbers must be unique over all desks of the laboratory. difficulty: medium
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1541;

public abstract class NumberedDesk
{
    private static readonly Lock s_numberGate = new();
    private static long s_lastBag;

    protected static string NextBag(string desk)
    {
        lock (s_numberGate)
        {
            return $"{desk}-{++s_lastBag:D7}";
        }
    }
}

public sealed class EvidenceDesk(string name) : NumberedDesk
{
    private readonly Lock _gate = new();
    private readonly List<string> _labels = [];

    public void Label(int bags)
    {
        for (int i = 0; i < bags; i++)
        {
            lock (_gate)
            {
                _labels.Add(NextBag(name));
            }
        }
    }

    public IReadOnlyList<string> Labels()
    {
        lock (_gate)
        {
            return _labels.ToArray();
        }
    }
}

public static class EvidenceLaboratory
{
    public static string[] LabelAll(IEnumerable<string> names, int perDesk)
    {
        var desks = names.Select(name => new EvidenceDesk(name)).ToList();
        var threads = desks.Select(desk => new Thread(() => desk.Label(perDesk))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return desks.SelectMany(desk => desk.Labels()).ToArray();
    }
}
