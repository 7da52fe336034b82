using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Rules;

/// <summary>One finding as a rule words it: where, the message's arguments, the other places, and what the fix needs.</summary>
/// <summary>Part of a message that names a place: <c>{0}</c> stands for its line.</summary>
internal sealed record Phrase(string Format, Place Place);

internal sealed class Report(Place place, params object[] arguments)
{
    public Place Place { get; } = place;

    public object[] Arguments { get; } = arguments;

    public ImmutableArray<Place> Related { get; init; } = ImmutableArray<Place>.Empty;

    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public Diagnostic ToDiagnostic(DiagnosticDescriptor descriptor, SyntaxTree tree, Compilation compilation) =>
        Diagnostic.Create(descriptor, Location.Create(tree, Place.Span), Related.Select(place => LocationOf(place, tree, compilation)).OfType<Location>(), Properties, Arguments.Select(argument => argument is Phrase phrase ? string.Format(System.Globalization.CultureInfo.InvariantCulture, phrase.Format, Line(phrase.Place, tree, compilation)) : argument).ToArray());

    private static Location? LocationOf(Place place, SyntaxTree tree, Compilation compilation)
    {
        var owner = place.FilePath == tree.FilePath ? tree : compilation.SyntaxTrees.FirstOrDefault(candidate => candidate.FilePath == place.FilePath);
        return owner is not null && place.Span.End <= owner.Length ? Location.Create(owner, place.Span) : null;
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
