using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>A project's state with the markup read out of its sources.</summary>
internal sealed record ParsedProject(ProjectState State, ImmutableArray<(string Path, string Text)> Sources);

/// <summary>A solution state with the markup read out of it: clean files and the diagnostics expected in them.</summary>
internal sealed record ParsedState(ImmutableArray<ParsedProject> Projects, ImmutableArray<DiagnosticResult> Expected)
{
    /// <summary>Reads a state.</summary>
    /// <param name="defaultDiagnostic">What <c>[|…|]</c> stands for.</param>
    public static ParsedState Create(SolutionState state, LineEnding ending, Func<DiagnosticResult> defaultDiagnostic)
    {
        var expected = ImmutableArray.CreateBuilder<DiagnosticResult>();
        var numbered = new Dictionary<int, (string, LinePositionSpan)>();
        var projects = ImmutableArray.CreateBuilder<ParsedProject>();

        foreach (var project in state.Projects)
        {
            var sources = ImmutableArray.CreateBuilder<(string, string)>();
            foreach (var (path, content) in project.Sources)
            {
                var markup = Markup.Parse(Normalize(content, ending), state.MarkupOptions);
                sources.Add((path, markup.Text));
                var lines = SourceText.From(markup.Text).Lines;
                foreach (var marked in markup.Spans)
                {
                    var span = lines.GetLinePositionSpan(marked.Span);
                    if (marked.LocationNumber is { } number)
                    {
                        if (!numbered.TryAdd(number, (path, span)))
                            throw new VerificationException($"Two places are marked {{|#{number}:…|}}.");
                    }
                    else
                    {
                        expected.Add((marked.Name is { } id ? FromMarkup(id) : defaultDiagnostic())
                            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity)
                            .WithFile(path, span));
                    }
                }
            }

            projects.Add(new(project, sources.ToImmutable()));
        }

        var defaultPath = state.Sources.Count > 0 ? state.Sources[0].FileName : "";
        expected.AddRange(state.ExpectedDiagnostics.Select(result => result.Resolve(numbered, defaultPath)));
        return new(projects.ToImmutable(), expected.ToImmutable());
    }

    public static string Normalize(string text, LineEnding ending)
    {
        text = text.ReplaceLineEndings("\n");
        return ending == LineEnding.CrLf ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }

    private static DiagnosticResult FromMarkup(string id) =>
        new(id, id.StartsWith("CS", StringComparison.Ordinal) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
}

/// <summary>The line endings that a test's sources are given.</summary>
[Flags]
public enum LineEnding
{
    Lf = 1,
    CrLf = 2,
    Both = Lf | CrLf,
}
