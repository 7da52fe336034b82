using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>CONC1007: a captured variable changes while delegates that use it run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangedCapture() : ConcurrencyRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC1007";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Captured variable changes while the delegate runs",
        "'{0}' is read here by {1}, but the code that starts them changes it meanwhile ({2}): they see a later value than the one they were started for",
        RuleCategories.SharedState,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A delegate captures the variable, not its value. A variable that lives outside the loop that starts the work is shared by all turns; copy it into a local of the loop body.",
        Page("SharedState", Id));

    private protected override IEnumerable<Report> Reports(Findings findings) =>
        findings.ChangedCaptures.Select(static capture => new Report(capture.Use, capture.Variable.Name, capture.Flow.Text, new Phrase("{0}", capture.Change))
        {
            Related = capture.Flow.Start is { } start ? ImmutableArray.Create(capture.Change, start) : ImmutableArray.Create(capture.Change),
            Properties = ImmutableDictionary<string, string?>.Empty.Add(FixFacts.State, capture.Variable.Name),
        });
}
