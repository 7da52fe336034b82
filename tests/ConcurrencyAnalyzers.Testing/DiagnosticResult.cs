using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>What of a diagnostic a test leaves open.</summary>
[Flags]
public enum DiagnosticOptions
{
    None = 0,
    IgnoreAdditionalLocations = 1,
    IgnoreSeverity = 2,
}

/// <summary>
/// An expected diagnostic. Immutable: every <c>With…</c> gives a new one. What is not stated is not compared, save for
/// severity and additional locations, which <see cref="DiagnosticOptions"/> leaves open.
/// </summary>
public sealed record DiagnosticResult
{
    public DiagnosticResult(string id, DiagnosticSeverity severity) => (Id, Severity) = (id, severity);

    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity) => MessageFormat = descriptor.MessageFormat;

    public string Id { get; }
    public DiagnosticSeverity Severity { get; private init; }
    public LocalizableString? MessageFormat { get; private init; }
    public string? Message { get; private init; }
    public ImmutableArray<object> Arguments { get; private init; } = [];
    public DiagnosticOptions Options { get; private init; }
    public ImmutableDictionary<string, string?> Properties { get; private init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Primary location first, then the additional ones.</summary>
    internal ImmutableArray<ExpectedLocation> Locations { get; private init; } = [];

    /// <summary>An error of the C# compiler, e.g. CS1002.</summary>
    public static DiagnosticResult CompilerError(string id) => new(id, DiagnosticSeverity.Error);

    /// <summary>A warning of the C# compiler.</summary>
    public static DiagnosticResult CompilerWarning(string id) => new(id, DiagnosticSeverity.Warning);

    /// <summary>At the place marked <c>{|#number:…|}</c>.</summary>
    public DiagnosticResult WithLocation(int number) => With(new(number, null, null));

    /// <summary>At a line and column, both counted from 1; the end of the span is not compared.</summary>
    public DiagnosticResult WithLocation(int line, int column) => WithLocation(null, line, column);

    /// <inheritdoc cref="WithLocation(int, int)"/>
    public DiagnosticResult WithLocation(string? path, int line, int column) =>
        With(new(null, path, new(new(line - 1, column - 1), new(line - 1, column - 1)), StartOnly: true));

    /// <summary>At a span; lines and columns are counted from 1.</summary>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(null, startLine, startColumn, endLine, endColumn);

    /// <inheritdoc cref="WithSpan(int, int, int, int)"/>
    public DiagnosticResult WithSpan(string? path, int startLine, int startColumn, int endLine, int endColumn) =>
        With(new(null, path, new(new(startLine - 1, startColumn - 1), new(endLine - 1, endColumn - 1))));

    /// <summary>Compares the message with the descriptor's format filled with these arguments.</summary>
    public DiagnosticResult WithArguments(params object[] arguments) => this with { Arguments = [.. arguments] };

    public DiagnosticResult WithMessage(string message) => this with { Message = message };
    public DiagnosticResult WithMessageFormat(LocalizableString format) => this with { MessageFormat = format };
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };
    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    /// <summary>Requires a property of the diagnostic; other properties are not compared.</summary>
    public DiagnosticResult WithProperty(string key, string? value) => this with { Properties = Properties.SetItem(key, value) };

    internal DiagnosticResult WithFile(string path, LinePositionSpan span) => With(new(null, path, span));

    /// <summary>The message that is required, or null when any will do.</summary>
    internal string? RequiredMessage => Message
        ?? (Arguments.IsEmpty ? null : string.Format(CultureInfo.InvariantCulture, MessageFormat?.ToString(CultureInfo.InvariantCulture)
            ?? throw new InvalidOperationException($"Arguments of {Id} need a message format."), [.. Arguments]));

    internal DiagnosticResult Resolve(IReadOnlyDictionary<int, (string Path, LinePositionSpan Span)> numbered, string defaultPath) => this with
    {
        Locations = [.. Locations.Select(location => location.Number is not { } number
            ? location with { Path = location.Path ?? defaultPath }
            : numbered.TryGetValue(number, out var place)
                ? new ExpectedLocation(null, place.Path, place.Span)
                : throw new VerificationException($"No place is marked {{|#{number}:…|}}, which the expected {Id} names."))],
    };

    private DiagnosticResult With(ExpectedLocation location) => this with { Locations = Locations.Add(location) };
}

/// <summary>A place in a file, or the number of a marked place that is looked up later.</summary>
internal sealed record ExpectedLocation(int? Number, string? Path, LinePositionSpan? Span, bool StartOnly = false)
{
    public bool Matches(Location actual)
    {
        var span = actual.GetLineSpan();
        return span.Path == Path && Span is { } expected
            && (StartOnly ? span.StartLinePosition == expected.Start : span.Span == expected);
    }

    public override string ToString() => Span is { } span
        ? $"{Path}({span.Start.Line + 1},{span.Start.Character + 1}{(StartOnly ? "" : $")-({span.End.Line + 1},{span.End.Character + 1}")})"
        : $"#{Number}";
}

/// <summary>A test's expectation does not hold; the message is the report.</summary>
public sealed class VerificationException(string message) : Exception(message);
