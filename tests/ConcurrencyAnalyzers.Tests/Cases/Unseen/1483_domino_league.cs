// Match sheets of a domino league are evaluated as a parallel query; the table is created when the first sheet is counted. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1483;

public sealed record DominoSheet(string Home, string Guest, int HomePips, int GuestPips)
{
    public bool IsDraw => HomePips == GuestPips;

    public string Winner => HomePips < GuestPips ? Home : Guest;
}

public sealed class DominoTable
{
    private readonly Lazy<SortedDictionary<string, int>> _points;

    public DominoTable(IEnumerable<string> teams)
    {
        _points = new Lazy<SortedDictionary<string, int>>(
            () => new SortedDictionary<string, int>(teams.ToDictionary(team => team, _ => 0)),
            LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public IReadOnlyDictionary<string, int> Points => _points.Value;

    public DominoSheet Count(DominoSheet sheet)
    {
        if (sheet.IsDraw)
        {
            Credit(sheet.Home, 1);
            Credit(sheet.Guest, 1);
        }
        else
        {
            Credit(sheet.Winner, 3);
        }
        return sheet;
    }

    private void Credit(string team, int points)
    {
        var table = _points.Value;
        table[team] = table.GetValueOrDefault(team) + points; // expect: RACE
    }
}

public static class DominoLeague
{
    public static string Evaluate(IEnumerable<string> sheets, string[] teams, Func<string, DominoSheet> parse)
    {
        var table = new DominoTable(teams);
        int draws = sheets
            .AsParallel()
            .Select(parse)
            .Select(table.Count)
            .Count(sheet => sheet.IsDraw);
        var lines = table.Points.Select(entry => $"{entry.Key} {entry.Value}");
        return $"{string.Join(", ", lines)} ({draws} draws)";
    }
}
