// Prints numbered customs seals on several printers at once; the numbers must be unique over all printers. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1521;

public abstract class NumberedPrinter
{
    private static long s_lastSeal;

    protected static string NextSeal(string office) => $"{office}-{++s_lastSeal:D8}"; // expect: RACE, INCONSISTENT_LOCK?, NON_ATOMIC?
}

public sealed class SealPrinter(string office) : NumberedPrinter
{
    private readonly Lock _gate = new();
    private readonly List<string> _printed = [];

    public void Print(int count)
    {
        for (int i = 0; i < count; i++)
        {
            lock (_gate)
            {
                _printed.Add(NextSeal(office)); // expect: RACE?
            }
        }
    }

    public IReadOnlyList<string> Printed()
    {
        lock (_gate)
        {
            return _printed.ToArray();
        }
    }
}

public static class SealDepartment
{
    public static string[] PrintAll(IEnumerable<string> offices, int perOffice)
    {
        var printers = offices.Select(office => new SealPrinter(office)).ToList();
        var threads = printers.Select(printer => new Thread(() => printer.Print(perOffice))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return printers.SelectMany(printer => printer.Printed()).ToArray();
    }
}
