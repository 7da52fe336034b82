using System.Collections.Immutable;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Infrastructure;

/// <summary>A diagnostic's place and facts, detached from the tree, so that they can follow the edits of earlier findings.</summary>
internal sealed record Finding(TextSpan Span, ImmutableArray<TextSpan> Accesses, TextSpan? Declaration, TextSpan? JoinBefore, ImmutableDictionary<string, string?> Facts)
{
    public static Finding Of(Diagnostic diagnostic)
    {
        var facts = diagnostic.Properties;
        var accesses = FixFacts.ParseSpans(facts.GetValueOrDefault(FixFacts.Accesses)).ToImmutableArray();
        return new(
            diagnostic.Location.SourceSpan,
            accesses.IsEmpty ? ImmutableArray.Create(diagnostic.Location.SourceSpan) : accesses,
            One(facts.GetValueOrDefault(FixFacts.Declaration)),
            One(facts.GetValueOrDefault(FixFacts.JoinBefore)),
            facts)
        {
            Check = One(facts.GetValueOrDefault(FixFacts.Check)),
            Act = One(facts.GetValueOrDefault(FixFacts.Act)),
            EarlyStart = One(facts.GetValueOrDefault(FixFacts.EarlyStart)),
        };
    }

    /// <summary>The check that the finding's act depends on.</summary>
    public TextSpan? Check { get; init; }

    /// <summary>The act that depends on the finding's read.</summary>
    public TextSpan? Act { get; init; }

    /// <summary>The start that a constructor makes too early.</summary>
    public TextSpan? EarlyStart { get; init; }

    /// <summary>What can break; <see cref="Harm.None"/> where the rule does not say so.</summary>
    public Harm Harm => Enum.TryParse<Harm>(this[FixFacts.Harm], out var harm) ? harm : Harm.None;

    public string? this[string key] => Facts.GetValueOrDefault(key);

    public bool Has(string key) => Facts.ContainsKey(key);

    /// <summary>Whether the edits, made for another finding, leave nothing of this one.</summary>
    public bool IsSettledBy(EditScript script) => script.Settled.Count > 0 && Accesses.All(access => script.Settled.Any(access.Contains));

    /// <summary>The same finding after the edits.</summary>
    public Finding Through(EditScript script) => this with
    {
        Span = script.Map(Span),
        Accesses = Accesses.Select(script.Map).ToImmutableArray(),
        Declaration = Declaration is { } declaration ? script.Map(declaration) : null,
        JoinBefore = JoinBefore is { } place ? script.Map(place) : null,
        Check = Check is { } check ? script.Map(check) : null,
        Act = Act is { } act ? script.Map(act) : null,
        EarlyStart = EarlyStart is { } start ? script.Map(start) : null,
    };

    private static TextSpan? One(string? text)
    {
        foreach (var span in FixFacts.ParseSpans(text))
            return span;
        return null;
    }
}
