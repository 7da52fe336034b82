using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.Completion;

/// <summary>CONC3001: a thread or process that nobody waits for though its work matters, or that is never started.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingJoin() : ConcurrencyRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC3001";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Thread or process whose end nobody waits for",
        "{0}: {1}",
        RuleCategories.Completion,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Code behind Start runs beside the new thread or process. What the other side leaves behind may be used only after Join, WaitForExit or a signal; otherwise it is read unfinished or not at all.",
        Page("Completion", Id));

    private protected override IEnumerable<Report> Reports(Findings findings) => findings.UnjoinedHandles.Select(static handle =>
        new Report(handle.Place, What(handle), Consequence(handle))
        {
            Related = handle.ReadAt is { } read ? ImmutableArray.Create(read) : ImmutableArray<Place>.Empty,
            Properties = Properties(handle),
        });

    private static string What(UnjoinedHandle handle)
    {
        var kind = handle.IsProcess ? "process" : "thread";
        var subject = handle.Handle is null ? $"This {kind}" : handle.IsGroup ? $"A {kind} of '{handle.Handle}'" : $"The {kind} '{handle.Handle}'";
        return handle.Gap switch
        {
            JoinGap.NeverStarted => $"{subject} is never started",
            JoinGap.ReadBeforeJoin => $"{subject} is waited for too late",
            JoinGap.LastJoinedOnly => $"Every turn of the loop replaces '{handle.Handle}', so that only the last {kind} is waited for",
            JoinGap.TimeoutIgnored => $"{subject} is waited for with a time limit, and nobody looks whether it has ended",
            JoinGap.CutOff => $"{subject} is a background thread that nobody waits for",
            _ => $"{subject} is started and nobody waits for it",
        };
    }

    private static string Consequence(UnjoinedHandle handle) => handle.Gap switch
    {
        JoinGap.NeverStarted => "its work is not done",
        JoinGap.CutOff => "the program may end before its work is done",
        _ when handle.IsProcess && handle.Result == "ExitCode" => "its exit code cannot be read before it has ended",
        _ => $"{Quoted(handle.Result)} is read while '{handle.Member}' cannot know whether the work is done",
    };

    private static string Quoted(string? result) => result is null or "a file" or "its results" ? result ?? "its result" : $"'{result}'";

    private static ImmutableDictionary<string, string?> Properties(UnjoinedHandle handle)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties[FixFacts.HandleShape] = handle.Gap == JoinGap.NeverStarted ? "unstarted" : handle.IsGroup ? "group" : "single";
        if (handle.Handle is not null)
            properties[FixFacts.Handle] = handle.Handle;
        if (handle.ReadAt is { } read && read.FilePath == handle.Place.FilePath)
            properties[FixFacts.JoinBefore] = FixFacts.Span(read.Span);
        return properties.ToImmutable();
    }
}
