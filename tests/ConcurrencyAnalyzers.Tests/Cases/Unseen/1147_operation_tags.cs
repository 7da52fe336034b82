using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1147;

/// Tags that every diagnostic line of the current operation carries.
public static class OperationTags
{
    private static readonly AsyncLocal<Dictionary<string, string>?> Ambient = new();

    public static void Begin(string operation)
        => Ambient.Value = new Dictionary<string, string> { ["operation"] = operation };

    public static void Set(string key, string value)
    {
        if (Ambient.Value is { } tags)
            tags[key] = value; // expect: RACE#1
    }

    public static string Render()
        => Ambient.Value is { } tags
            ? string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}")) // expect: RACE#1
            : "";
}

public sealed class SurveyImport
{
    public async Task RunAsync(IReadOnlyList<string> sheets)
    {
        OperationTags.Begin("survey-import");
        await Task.WhenAll(sheets.Select(sheet => Task.Run(() => ImportAsync(sheet))));
        Console.WriteLine($"{OperationTags.Render()} done");
    }

    private static async Task ImportAsync(string sheet)
    {
        OperationTags.Set("sheet", sheet);
        for (var page = 1; page <= 5; page++)
        {
            OperationTags.Set("page", page.ToString());
            await Task.Delay(10);
            Console.WriteLine($"{OperationTags.Render()} read");
        }
    }
}
