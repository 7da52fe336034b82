using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Tests.Pages;

/// <summary>A fenced C# block of a rule page; README.md in this folder says what the kinds mean.</summary>
internal sealed partial record PageBlock(string Page, int Line, string Kind, IReadOnlyList<string> Options, string Code)
{
    /// <summary>The user's own facts that hold for the block: the text of the last <c>text knowledge</c> block before it.</summary>
    public string? Knowledge { get; init; }

    public override string ToString() => $"{Page}({Line}) {Kind}";

    /// <summary>The blocks of a page that are run, in order.</summary>
    /// <exception cref="FormatException">A fence is not closed or has words that mean nothing.</exception>
    public static IReadOnlyList<PageBlock> Read(string page, string text)
    {
        var blocks = new List<PageBlock>();
        string? knowledge = null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            var words = lines[i][3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var start = i + 1;
            do
            {
                if (++i == lines.Length)
                    throw new FormatException($"{page}({start}): the fence is not closed.");
            }
            while (lines[i] != "```");

            if (words is ["text", "knowledge"])
                knowledge = string.Concat(lines[start..i].Select(line => line + "\n"));
            if (words is not ["csharp", var kind, .. var options])
                continue;
            if (kind is not ("bad" or "good" or "fixed" or "blind") || options.FirstOrDefault(option => !Option().IsMatch(option)) is not null)
                throw new FormatException($"{page}({start}): '{string.Join(' ', words)}' is no kind of block.");
            blocks.Add(new(page, start, kind, options, string.Concat(lines[start..i].Select(line => line + "\n"))) { Knowledge = knowledge });
        }

        return blocks;
    }

    /// <summary>The code without its marking comments.</summary>
    public string Source => string.Concat(Lines().Select(line => line.Code + "\n"));

    /// <summary>The findings that the comments announce: id, line from 0, and the text of the span where it is given.</summary>
    public IEnumerable<(string Id, int Line, string? On)> Findings => Lines().SelectMany((line, number) => Marks(line.Comment, number));

    /// <summary>The findings that the user's facts announce in their comments: id, line from 0.</summary>
    public IEnumerable<(string Id, int Line)> KnowledgeFindings =>
        (Knowledge ?? "").Split('\n').SelectMany((line, number) => FactMark().Match(line) is { Success: true } mark ? [(mark.Groups["id"].Value, number)] : Array.Empty<(string, int)>());

    /// <summary>
    /// What the verifier is to expect, given what is reported: a mark that does not say its span takes the one reported
    /// on its line, so that a page needs to be no more exact than it reads.
    /// </summary>
    /// <exception cref="VerificationException">A mark announces what is not reported.</exception>
    public IEnumerable<DiagnosticResult> Expect(IEnumerable<Diagnostic> reported)
    {
        var open = reported.ToList();
        var lines = Source.Split('\n');
        foreach (var (id, line, on) in Findings)
        {
            var found = open.FirstOrDefault(diagnostic => diagnostic.Id == id && diagnostic.Location.IsInSource && diagnostic.Location.GetLineSpan().StartLinePosition.Line == line
                && (on is null || on == diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)))
                ?? throw new VerificationException($"{this}: line {Line + line + 1} announces {id}{(on is null ? "" : " on " + on)}, which is not reported there: {lines[line].Trim()}");
            open.Remove(found);
            var span = found.Location.GetLineSpan();
            yield return new DiagnosticResult(id, found.Severity)
                .WithSpan(span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1)
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
        }

        foreach (var (id, line) in KnowledgeFindings)
        {
            var found = open.FirstOrDefault(diagnostic => diagnostic.Id == id && !diagnostic.Location.IsInSource && diagnostic.Location.GetLineSpan().StartLinePosition.Line == line)
                ?? throw new VerificationException($"{this}: line {line + 1} of its facts announces {id}, which is not reported there.");
            var span = found.Location.GetLineSpan();
            yield return new DiagnosticResult(id, found.Severity)
                .WithSpan(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1);
        }
    }

    private IEnumerable<(string Code, string Comment)> Lines() =>
        Code.TrimEnd('\n').Split('\n').Select(line => Mark().Match(line) is { Success: true } mark ? (line[..mark.Index], mark.Groups["marks"].Value) : (line, ""));

    private static IEnumerable<(string, int, string?)> Marks(string comment, int line) =>
        SingleMark().Matches(comment).Select(mark => (mark.Groups["id"].Value, line, mark.Groups["on"] is { Success: true, Value: var on } ? on : null));

    [GeneratedRegex(@"\s*// (?<marks>CONC\d{4}(?: on .+?)?(?:, CONC\d{4}(?: on .+?)?)*)$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<id>CONC\d{4})(?: on (?<on>.+?))?(?=, CONC\d{4}|$)")]
    private static partial Regex SingleMark();

    [GeneratedRegex(@"# (?<id>CONC\d{4})$")]
    private static partial Regex FactMark();

    [GeneratedRegex(@"^(action=\d+|aspnet|workers|netstandard2\.0|net472)$")]
    private static partial Regex Option();
}
