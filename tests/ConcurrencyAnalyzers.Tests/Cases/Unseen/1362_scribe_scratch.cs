// Formats the columns of a chronicle; every thread reuses a buffer of its own for the lines. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace Menagerie.M1362;

public static class Scribe
{
    [ThreadStatic]
    private static StringBuilder? t_line;

    public static string[] WriteAll(IReadOnlyList<(int Year, string Event)> chronicle)
    {
        var lines = new string[chronicle.Count];
        Parallel.For(0, chronicle.Count, i => lines[i] = Write(chronicle[i].Year, chronicle[i].Event));
        return lines;
    }

    private static string Write(int year, string text)
    {
        var line = t_line ??= new StringBuilder();
        line.Clear();
        line.Append("Anno ").Append(year).Append(": ").Append(text);
        return line.ToString();
    }
}
