using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>How the markup in a test's sources is read.</summary>
[Flags]
public enum MarkupOptions
{
    /// <summary><c>[|…|]</c>, <c>{|ID:…|}</c> and <c>{|#0:…|}</c> are markup; <c>$$</c> is code (raw interpolated strings use it).</summary>
    None = 0,

    /// <summary><c>$$</c> marks a position and is taken out of the code.</summary>
    Carets = 1,

    /// <summary>Nothing is markup.</summary>
    Ignore = 2,
}

/// <summary>A place that markup names: a diagnostic's id, or <c>#n</c>, or null for <c>[|…|]</c>.</summary>
public readonly record struct MarkedSpan(string? Name, TextSpan Span)
{
    /// <summary>The number of a <c>{|#n:…|}</c> location; null for a diagnostic.</summary>
    public int? LocationNumber => Name is ['#', .. var digits] ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
}

/// <summary>Source text without its markup, and the places the markup named, in positions of the clean text and in the order they are opened.</summary>
public sealed record Markup(string Text, ImmutableArray<MarkedSpan> Spans, ImmutableArray<int> Carets)
{
    /// <summary>Reads markup; spans may nest and may be empty.</summary>
    /// <exception cref="FormatException">A marker is opened and not closed, or closed and not opened; the message gives line and column.</exception>
    public static Markup Parse(string source, MarkupOptions options = MarkupOptions.None)
    {
        if (options.HasFlag(MarkupOptions.Ignore))
            return new(source, [], []);

        var text = new StringBuilder(source.Length);
        var spans = new List<(int Opened, MarkedSpan Span)>();
        var carets = ImmutableArray.CreateBuilder<int>();
        var open = new Stack<(string? Name, bool Braces, int Start, int Source)>();

        for (var i = 0; i < source.Length;)
        {
            if (At("[|"))
            {
                open.Push((null, false, text.Length, i));
                i += 2;
            }
            else if (At("{|") && NameAt(i + 2) is { } name)
            {
                open.Push((name, true, text.Length, i));
                i += name.Length + 3;
            }
            else if ((At("|]") || At("|}")) && (open.Count > 0 || At("|]")))
            {
                var braces = source[i + 1] == '}';
                if (!open.TryPop(out var opened))
                    throw Unbalanced(source, i, $"'{source.AsSpan(i, 2)}' closes nothing");
                if (opened.Braces != braces)
                    throw Unbalanced(source, i, $"'{source.AsSpan(i, 2)}' closes '{(opened.Braces ? "{|" : "[|")}' of {Place(source, opened.Source)}");
                spans.Add((opened.Source, new(opened.Name, TextSpan.FromBounds(opened.Start, text.Length))));
                i += 2;
            }
            else if (options.HasFlag(MarkupOptions.Carets) && At("$$"))
            {
                carets.Add(text.Length);
                i += 2;
            }
            else
            {
                text.Append(source[i++]);
            }

            bool At(string marker) => string.CompareOrdinal(source, i, marker, 0, marker.Length) == 0;
        }

        if (open.TryPeek(out var left))
            throw Unbalanced(source, left.Source, $"'{(left.Braces ? "{|" : "[|")}' is never closed");

        return new(text.ToString(), [.. spans.OrderBy(span => span.Opened).Select(span => span.Span)], carets.ToImmutable());

        string? NameAt(int start)
        {
            var end = start;
            if (end < source.Length && source[end] == '#')
                end++;
            while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] is '_' or '-'))
                end++;
            return end > start && end < source.Length && source[end] == ':' ? source[start..end] : null;
        }
    }

    /// <summary>The text without markup.</summary>
    public static string Strip(string source) => Parse(source).Text;

    private static FormatException Unbalanced(string source, int position, string what) =>
        new($"Unbalanced markup: {what} at {Place(source, position)}.");

    private static string Place(string source, int position)
    {
        var place = SourceText.From(source).Lines.GetLinePosition(position);
        return $"line {place.Line + 1}, column {place.Character + 1}";
    }
}
