using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Loss = ConcurrencyAnalyzers.Engine.Flows.TaskLoss;

namespace ConcurrencyAnalyzers.Rules.Completion;

/// <summary>CONC3002: a task whose end and failure nobody observes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnobservedTask() : ConcurrencyRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC3002";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Task whose end and failure nobody observes",
        "{0}: {1}",
        RuleCategories.Completion,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A task that nobody awaits runs on while the code behind the call goes on as if it had ended, and its exception disappears. Await it, collect it and await all, or hand it to a method that logs its failure; '_ =' states that dropping it is meant.",
        Page("Completion", Id));

    private protected override IEnumerable<Report> Reports(Findings findings) => findings.UnobservedTasks.Select(static task =>
        new Report(task.Place, What(task), Consequence(task))
        {
            Related = task.LeavesAt is { } leaving ? ImmutableArray.Create(leaving) : ImmutableArray<Place>.Empty,
        });

    private static string What(Engine.Flows.UnobservedTask task) => task.Loss switch
    {
        Loss.Dropped => $"Nobody waits for the task of '{task.Made}'",
        Loss.SomePaths => $"One way through '{task.Member}' leaves the task of '{task.Made}' in '{task.Holder}' without waiting for it",
        Loss.Replaced => $"The next turn of the loop replaces the task of '{task.Made}' in '{task.Holder}' before anybody has waited for it",
        Loss.Inner => $"Waiting for '{task.Made}' waits only until its async delegate has started",
        Loss.Continuation => "Nobody waits for this continuation, and it does not look at how its antecedent ended",
        _ => $"The task of '{task.Made}' is kept in '{task.Holder}', which nobody waits for",
    };

    private static string Consequence(Engine.Flows.UnobservedTask task) => task.Loss switch
    {
        Loss.Inner => "nobody observes the task that the delegate returns (use Task.Run, or Unwrap)",
        Loss.Continuation => "failures of both disappear",
        Loss.SomePaths or Loss.Replaced => "its work may go on unnoticed and its exception is lost",
        _ => $"'{task.Member}' goes on before the work is done, and its exception is lost",
    };
}
