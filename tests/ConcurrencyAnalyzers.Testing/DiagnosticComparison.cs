using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>Compares the whole list of reported diagnostics with the expected one and writes the difference into the source.</summary>
internal static class DiagnosticComparison
{
    public static async Task RequireAsync(string what, Project project, ImmutableArray<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual)
    {
        var missing = expected.ToList();
        var surplus = new List<Diagnostic>();
        foreach (var diagnostic in actual)
        {
            var match = missing.FindIndex(result => Matches(result, diagnostic));
            if (match >= 0)
                missing.RemoveAt(match);
            else
                surplus.Add(diagnostic);
        }

        if (missing.Count == 0 && surplus.Count == 0)
            return;

        var report = new StringBuilder($"{what}: {expected.Length} diagnostics expected, {actual.Length} reported; {missing.Count} missing, {surplus.Count} unexpected.\n");
        foreach (var result in missing)
            report.AppendLine($"  missing    {Describe(result)}");
        foreach (var diagnostic in surplus)
            report.AppendLine($"  unexpected {Analysis.Describe(diagnostic)}");
        foreach (var document in project.Documents.Where(document => !document.Name.EndsWith(".g.cs", StringComparison.Ordinal)))
            report.Append(Annotate(document.FilePath!, await document.GetTextAsync(), missing, surplus, actual));
        throw new VerificationException(report.ToString());
    }

    private static bool Matches(DiagnosticResult expected, Diagnostic actual) =>
        expected.Id == actual.Id
        && (expected.Locations.IsEmpty ? actual.Location == Location.None : expected.Locations[0].Matches(actual.Location))
        && (expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) || expected.Severity == actual.Severity)
        && (expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations) || AdditionalMatch(expected, actual))
        && (expected.RequiredMessage is not { } message || message == actual.GetMessage(System.Globalization.CultureInfo.InvariantCulture))
        && expected.Properties.All(property => actual.Properties.TryGetValue(property.Key, out var value) && value == property.Value);

    private static bool AdditionalMatch(DiagnosticResult expected, Diagnostic actual) =>
        Math.Max(expected.Locations.Length - 1, 0) == actual.AdditionalLocations.Count
        && expected.Locations.Skip(1).Zip(actual.AdditionalLocations, (location, other) => location.Matches(other)).All(same => same);

    private static string Describe(DiagnosticResult result)
    {
        var text = new StringBuilder(result.Locations.IsEmpty ? "(no place)" : result.Locations[0].ToString()).Append(": ").Append(result.Id);
        if (!result.Options.HasFlag(DiagnosticOptions.IgnoreSeverity))
            text.Append(' ').Append(result.Severity);
        if (result.RequiredMessage is { } message)
            text.Append(": ").Append(message);
        foreach (var location in result.Locations.Skip(1))
            text.Append("\n    with ").Append(location);
        foreach (var (key, value) in result.Properties)
            text.Append($"\n    {key} = {value}");
        return text.ToString();
    }

    // The source with a line under each place: what was expected and missing, what came unasked, what was right.
    private static string Annotate(string path, SourceText text, List<DiagnosticResult> missing, List<Diagnostic> surplus, ImmutableArray<Diagnostic> actual)
    {
        var notes = missing.Where(result => result.Locations is [{ Span: not null } first, ..] && first.Path == path)
            .Select(result => (Span: result.Locations[0].Span!.Value, Note: "missing " + result.Id))
            .Concat(actual.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == path)
                .Select(diagnostic => (diagnostic.Location.GetLineSpan().Span, surplus.Contains(diagnostic) ? "unexpected " + diagnostic.Id : "as expected " + diagnostic.Id)))
            .ToLookup(note => note.Item1.Start.Line);

        var report = new StringBuilder($"\n{path}\n");
        foreach (var line in text.Lines)
        {
            report.Append($"{line.LineNumber + 1,5} | ").Append(line).Append('\n');
            foreach (var (span, note) in notes[line.LineNumber])
            {
                var end = span.End.Line == span.Start.Line ? span.End.Character : line.End - line.Start;
                report.Append("      | ").Append(' ', span.Start.Character)
                    .Append('^', Math.Max(1, end - span.Start.Character)).Append(' ').Append(note).Append('\n');
            }
        }

        return report.ToString();
    }
}
