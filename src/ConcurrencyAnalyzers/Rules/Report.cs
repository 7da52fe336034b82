using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Rules;

/// <summary>Part of a message that names a place: <c>{0}</c> stands for its line.</summary>
internal sealed record Phrase(string Format, Place Place);

/// <summary>One finding as a rule words it: where, the message's arguments, the other places, and what the fix needs.</summary>
internal sealed class Report(Place place, params object[] arguments)
{
    public Place Place { get; } = place;

    public object[] Arguments { get; } = arguments;

    public ImmutableArray<Place> Related { get; init; } = ImmutableArray<Place>.Empty;

    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>By property key: how a flow gets to its access, from its start through the calls.</summary>
    public ImmutableArray<Way> Traces { get; init; } = ImmutableArray<Way>.Empty;

    public Diagnostic ToDiagnostic(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, SyntaxTree tree, Compilation compilation) =>
        Diagnostic.Create(descriptor, LocationOf(Place, tree, compilation) ?? Location.None, severity, Related.Select(place => LocationOf(place, tree, compilation)).OfType<Location>(), PropertiesIn(tree, compilation), Arguments.Select(argument => argument is Phrase phrase ? string.Format(System.Globalization.CultureInfo.InvariantCulture, phrase.Format, Line(phrase.Place, tree, compilation)) : argument).ToArray());

    private ImmutableDictionary<string, string?> PropertiesIn(SyntaxTree tree, Compilation compilation)
    {
        var properties = Properties;
        foreach (var key in FixFacts.InSpans)
            if (properties.TryGetValue(key, out var spans))
                properties = properties.SetItem(key, InText(spans, SourceMap.Of(tree)));
        foreach (var trace in Traces)
            properties = properties.SetItem(trace.Key, string.Join(" > ", trace.Calls.Select(place => Step(place, tree, compilation))));
        return properties;
    }

    private static string InText(string? spans, SourceMap map)
    {
        var inText = new List<string>();
        foreach (var span in FixFacts.ParseSpans(spans))
            if (map.ToText(span) is { } there)
                inText.Add(FixFacts.Span(there));
        return string.Join(";", inText);
    }

    /// <summary>A step of a trace: file name, line and column, counted from one.</summary>
    private static string Step(Place place, SyntaxTree tree, Compilation compilation) =>
        LocationOf(place, tree, compilation)?.GetLineSpan() is not { } lines ? System.IO.Path.GetFileName(place.FilePath)
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}({1},{2})", System.IO.Path.GetFileName(place.FilePath), lines.StartLinePosition.Line + 1, lines.StartLinePosition.Character + 1);

    private static Location? LocationOf(Place place, SyntaxTree tree, Compilation compilation)
    {
        var owner = place.FilePath == tree.FilePath ? tree : compilation.SyntaxTrees.FirstOrDefault(candidate => candidate.FilePath == place.FilePath);
        return owner is not null && SourceMap.Of(owner).ToText(place.Span) is { } span ? Location.Create(owner, span) : null;
    }

    /// <summary>A place as a message names it: the line, and the file where it is another one.</summary>
    private static object Line(Place place, SyntaxTree tree, Compilation compilation)
    {
        if (LocationOf(place, tree, compilation)?.GetLineSpan() is not { } lines)
            return "elsewhere";
        var line = "line " + (lines.StartLinePosition.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return place.FilePath == tree.FilePath ? line : System.IO.Path.GetFileName(place.FilePath) + " " + line;
    }
}

/// <summary>The calls on the way to an access, and the property that tells of them.</summary>
internal sealed record Way(string Key, ImmutableArray<Place> Calls);
