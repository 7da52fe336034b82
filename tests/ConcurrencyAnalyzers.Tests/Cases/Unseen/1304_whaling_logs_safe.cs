using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace PWhalingLogsSafe;

public readonly record struct LogDay(string Date, double Latitude);

public static class WhalingLogReader
{
    public static async Task<List<LogDay>> ReadAsync(TextReader source)
    {
        var parsing = new List<Task<LogDay>>();
        string? row;
        while ((row = await source.ReadLineAsync()) is not null)
        {
            if (row.Length == 0 || row[0] == '#')
            {
                continue;
            }
            var text = row;
            parsing.Add(Task.Run(() => Parse(text)));
        }

        var days = new List<LogDay>(parsing.Count);
        foreach (var task in parsing)
        {
            days.Add(await task);
        }
        return days;
    }

    private static LogDay Parse(string? text)
    {
        var fields = (text ?? "").Split(';');
        var latitude = fields.Length > 1 && double.TryParse(fields[1], out var value) ? value : double.NaN;
        return new LogDay(fields[0], latitude);
    }

    public static Task<List<LogDay>> ReadFileAsync(string path)
        => ReadAllAsync(() => new StreamReader(path));

    private static async Task<List<LogDay>> ReadAllAsync(Func<TextReader> open)
    {
        using var reader = open();
        return await ReadAsync(reader);
    }
}
