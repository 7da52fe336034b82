using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1148;

/// Tags that every diagnostic line of the current operation carries.
public static class OperationTags
{
    private static readonly AsyncLocal<ImmutableSortedDictionary<string, string>?> Ambient = new();

    public static void Begin(string operation)
        => Ambient.Value = ImmutableSortedDictionary<string, string>.Empty.Add("operation", operation);

    public static void Set(string key, string value)
    {
        if (Ambient.Value is { } tags)
            Ambient.Value = tags.SetItem(key, value);
    }

    public static string Render()
        => Ambient.Value is { } tags
            ? string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"))
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
