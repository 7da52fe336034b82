using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>What the rules about two steps that must be one have in common: the words, and the facts for fixes.</summary>
public abstract class StepRule : ConcurrencyRule
{
    private protected StepRule(DiagnosticDescriptor descriptor) : base(descriptor)
    {
    }

    private protected abstract bool Speaks(BrokenStep step);

    private protected sealed override IEnumerable<Report> Reports(Findings findings) =>
        findings.BrokenSteps.Where(Speaks).Select(static step => new Report(step.Act, step.State.Name, Verb(step), Check(step), Gap(step), Consequence(step))
        {
            Related = step.Check == step.Act ? ImmutableArray<Place>.Empty : ImmutableArray.Create(step.Check),
            Properties = FactsOf(step),
        });

    internal static string Verb(BrokenStep step) => step.Deed switch
    {
        Deed.Write => "written",
        Deed.Get => "read",
        _ => "changed",
    };

    private static object Check(BrokenStep step) => step.Check == step.Act ? "in the same expression" : new Phrase("before ({0})", step.Check);

    private static string Gap(BrokenStep step) => step switch
    {
        { Gap: Engine.Atomicity.Gap.Released, Lock: { } name } => $"'{name}' is released in between",
        { Gap: Engine.Atomicity.Gap.Released } => "the lock is released in between",
        { Gap: Engine.Atomicity.Gap.Await } => "other calls run during the await in between",
        _ => "other threads can come in between",
    };

    internal static string Consequence(BrokenStep step) => step.Harm switch
    {
        StepHarm.LostUpdate => "what others store meanwhile is overwritten",
        StepHarm.TwoObjects => "each makes an object of its own, and one of them is lost",
        StepHarm.Throws => "the call can throw",
        StepHarm.Waits => "the call can wait for what has gone",
        StepHarm.Overflow => "more goes in than was checked for",
        StepHarm.UsesNothing => "the call can fail, and nobody asks",
        StepHarm.TakesOther => "it can hit something else than what was looked at",
        StepHarm.TooLate => "what is put in after that is left there",
        StepHarm.LosesItems => "what was added meanwhile is lost",
        _ => "they can act on the same answer",
    };

    internal static ImmutableDictionary<string, string?> FactsOf(BrokenStep step)
    {
        var facts = ImmutableDictionary.CreateBuilder<string, string?>();
        facts[FixFacts.State] = step.State.Name;
        facts[FixFacts.StateKind] = step.State.IsLocal ? "local" : step.State.IsStatic ? "static" : "field";
        facts[FixFacts.StepHarm] = step.Harm.ToString();
        facts[FixFacts.StepGap] = step.Gap.ToString();
        if (step.Check.FilePath == step.Act.FilePath)
            facts[FixFacts.Check] = FixFacts.Span(step.Check.Span);
        if (step.Lock is { } name)
            facts[FixFacts.Guard] = name;
        return facts.ToImmutable();
    }
}
