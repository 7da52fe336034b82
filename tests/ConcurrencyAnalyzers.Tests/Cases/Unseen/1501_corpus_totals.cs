// Scans the folders of a text corpus, one thread per folder, and reports how many lines were read and how many were blank. difficulty: hard
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1501;

public struct CorpusTotals
{
    public int Lines;
    public int Blanks;
}

public sealed class CorpusSheet
{
    private CorpusTotals _totals;

    public ref CorpusTotals Current => ref _totals;

    public string Print() => $"{_totals.Lines} lines, {_totals.Blanks} blank";
}

public sealed class CorpusFolderScan(CorpusSheet sheet, IReadOnlyList<string> lines)
{
    public void Scan()
    {
        foreach (var line in lines)
        {
            Note(ref sheet.Current, line); // expect: RACE#1
        }
    }

    private static void Note(ref CorpusTotals totals, string line)
    {
        totals.Lines++; // expect: RACE#1
        if (string.IsNullOrWhiteSpace(line))
        {
            totals.Blanks++; // expect: RACE#1
        }
    }
}

public static class CorpusReport
{
    public static string Run(IEnumerable<IReadOnlyList<string>> folders)
    {
        var sheet = new CorpusSheet();
        var threads = folders
            .Select(lines => new CorpusFolderScan(sheet, lines))
            .Select(scan => new Thread(scan.Scan))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return sheet.Print();
    }
}
