using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Publication;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>CONC1008: an object that a lock guards is handed out of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EscapingState() : ConcurrencyRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC1008";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Guarded object is handed out of its lock",
        "{0} {1} here{2}, which guards it elsewhere ({3}): {4}",
        RuleCategories.SharedState,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A lock guards an object only for those who take it. Who gets the object itself, a live view of it or a query that has not run yet uses it without the lock; hand out a copy that is made inside.",
        Page("SharedState", Id));

    private protected override IEnumerable<Report> Reports(Findings findings) => findings.GuardedEscapes.Select(static found => new Report(found.Place, Arguments(found))
    {
        Related = ImmutableArray.Create(found.Guarded),
        Properties = FactsOf(found),
    });

    private static object[] Arguments(GuardedEscape found)
    {
        var gate = found.Guard is null ? "the lock" : found.GuardIsMonitor ? $"'lock ({found.Guard})'" : $"'{found.Guard}'";
        if (found.Shape == EscapeShape.Iterator)
            return ["An item", "is yielded", " inside " + gate, new Phrase("{0}", found.Guarded), "the caller's code runs under the lock, and keeps it if it stops half-way"];
        return
        [
            found.Shape switch
            {
                EscapeShape.View => $"A live view of '{found.State.Name}'",
                EscapeShape.Query => $"A query over '{found.State.Name}' that has not run yet",
                EscapeShape.Copy => $"A copy of '{found.State.Name}' that holds the same inner collections",
                EscapeShape.Item => $"An item of '{found.State.Name}'",
                _ => $"'{found.State.Name}'",
            },
            found.Way switch
            {
                EscapeWay.Returned => "is returned",
                EscapeWay.OutParameter => "is handed out",
                EscapeWay.InsideObject => "is put into an object that leaves",
                EscapeWay.KeptBeyondLock => "is kept in a variable and handed on after the lock is given back",
                EscapeWay.UsedBeyondLock => "is kept in a variable and used after the lock is given back",
                EscapeWay.EventArgument => "is given to the subscribers",
                _ => "is stored outside",
            },
            found.IsHeld ? " from inside " + gate : " without " + gate,
            new Phrase("{0}", found.Guarded),
            found.Shape == EscapeShape.Query ? "it runs when the caller walks it, without the lock" : "who gets it uses it without the lock",
        ];
    }

    private static ImmutableDictionary<string, string?> FactsOf(GuardedEscape found)
    {
        var facts = ImmutableDictionary.CreateBuilder<string, string?>();
        facts[FixFacts.State] = found.State.Name;
        facts[FixFacts.Shape] = found.Shape.ToString();
        if (found is { Guard: not null, GuardIsMonitor: true, IsHeld: false })
            facts[FixFacts.Guard] = found.Guard;
        if (found.IsHeld)
            facts[FixFacts.IsHeld] = "true";
        return facts.ToImmutable();
    }
}
