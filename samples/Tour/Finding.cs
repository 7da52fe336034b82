using System.Text.Json;

namespace Tour;

/// <summary>A place in a source file; lines and columns count from 1, and the end column is the first one after.</summary>
internal sealed record Place(string File, int Line, int Column, int EndLine, int EndColumn);

/// <summary>One finding of a build, with the other places it speaks of.</summary>
internal sealed record Finding(string Rule, string Level, string Message, Place Place, IReadOnlyList<Place> Others, string? Pair)
{
    /// <summary>
    /// Reads the error logs (SARIF 2.1) that the compiler wrote into a folder. A file that several target frameworks
    /// compile is reported once; what the source suppresses is left out.
    /// </summary>
    public static IReadOnlyList<Finding> ReadLogs(string folder)
    {
        var findings = new Dictionary<(string Rule, Place Place), Finding>();
        foreach (var log in Directory.EnumerateFiles(folder, "*.sarif").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(log));
            foreach (var result in document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
            {
                if (Read(result) is { } finding)
                    findings.TryAdd((finding.Rule, finding.Place), finding);
            }
        }

        return [.. findings.Values
            .OrderBy(finding => finding.Place.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Place.Line).ThenBy(finding => finding.Place.Column)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
    }

    private static Finding? Read(JsonElement result)
    {
        var rule = result.GetProperty("ruleId").GetString()!;
        if (!rule.StartsWith("CONC", StringComparison.Ordinal) || result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0)
            return null;

        if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0)
            return null;

        var others = result.TryGetProperty("relatedLocations", out var related)
            ? related.EnumerateArray().Select(ReadPlace).ToList()
            : [];
        var pair = result.TryGetProperty("properties", out var properties)
            && properties.TryGetProperty("customProperties", out var custom)
            && custom.TryGetProperty("conc.pair", out var key) ? key.GetString() : null;
        var level = result.TryGetProperty("level", out var text) ? text.GetString()! : "warning";
        return new(rule, level, result.GetProperty("message").GetProperty("text").GetString()!, ReadPlace(locations[0]), others, pair);
    }

    private static Place ReadPlace(JsonElement location)
    {
        var physical = location.GetProperty("physicalLocation");
        var region = physical.GetProperty("region");
        var line = region.GetProperty("startLine").GetInt32();
        var column = region.TryGetProperty("startColumn", out var start) ? start.GetInt32() : 1;
        return new(
            new Uri(physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath,
            line,
            column,
            region.TryGetProperty("endLine", out var endLine) ? endLine.GetInt32() : line,
            region.TryGetProperty("endColumn", out var endColumn) ? endColumn.GetInt32() : column + 1);
    }
}
