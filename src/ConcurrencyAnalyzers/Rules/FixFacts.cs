namespace ConcurrencyAnalyzers.Rules;

/// <summary>
/// The keys under which a diagnostic carries what its fix needs, so that a fix recomputes nothing the engine has
/// found. Values are strings; spans are written as <c>start+length</c> in the diagnosed tree, several joined by ';'.
/// </summary>
internal static class FixFacts
{
    /// <summary>Spans of every access to the state, in the diagnosed document, that lacks the guard (the diagnosed one included).</summary>
    public const string Accesses = "conc.accesses";

    /// <summary>Present ("true") when accesses that lack the guard stand in other documents too.</summary>
    public const string Elsewhere = "conc.elsewhere";

    /// <summary>The expression that names the inferred lock at the diagnosed place, e.g. <c>_gate</c>; absent when there is none.</summary>
    public const string Guard = "conc.guard";

    /// <summary>The state's name as it stands in source, e.g. <c>_total</c>.</summary>
    public const string State = "conc.state";

    /// <summary>Declaration span of the state (field or local declarator) when it is in the diagnosed document.</summary>
    public const string Declaration = "conc.declaration";

    /// <summary><c>field</c>, <c>static</c> or <c>local</c>.</summary>
    public const string StateKind = "conc.stateKind";

    /// <summary>
    /// The remedies that are right for the state as a whole, best first, joined by ',':
    /// <c>volatile</c> (a flag: it is only stored and read), <c>interlocked</c> (all conflicting accesses can be Interlocked or Volatile calls), <c>lock</c>, or
    /// <c>written lock</c> alone: a contract names the lock, and nothing else keeps it.
    /// </summary>
    public const string Remedies = "conc.remedies";

    /// <summary>What can break, a name of <c>Harm</c>, e.g. <c>LostUpdate</c>.</summary>
    public const string Harm = "conc.harm";

    /// <summary>The confidence tier: A, B or C.</summary>
    public const string Tier = "conc.tier";

    /// <summary>The key of the pair of accesses; both its findings carry the same one.</summary>
    public const string Pair = "conc.pair";

    /// <summary>How the flow at the diagnosed place gets there: <c>File.cs(12,5) > File.cs(40,9)</c>, from its start to the access.</summary>
    public const string HereTrace = "conc.trace.here";

    /// <summary>The same for the flow that it collides with.</summary>
    public const string ThereTrace = "conc.trace.there";

    /// <summary>CONC3001: span of the place before which the handle must be joined (first use of its results); absent: end of the block.</summary>
    public const string JoinBefore = "conc.joinBefore";

    /// <summary>CONC3001: the expression that names the handle or the group of handles, e.g. <c>worker</c> or <c>_threads</c>; absent when it has no name yet.</summary>
    public const string Handle = "conc.handle";

    /// <summary>CONC3001: <c>single</c>, <c>group</c> (a collection of handles) or <c>unstarted</c>.</summary>
    public const string HandleShape = "conc.handleShape";

    /// <summary>Two steps: span of the check that the act depends on; absent where it stands in another file.</summary>
    public const string Check = "conc.check";

    /// <summary>CONC1002: span of the write, under the lock, of what the diagnosed read has seen; absent where it stands in another file.</summary>
    public const string Act = "conc.act";

    /// <summary>Two steps: what breaks, e.g. <c>LostUpdate</c>.</summary>
    public const string StepHarm = "conc.stepHarm";

    /// <summary>Two steps: <c>Steps</c>, <c>Released</c>, <c>Await</c> or <c>Unguarded</c>: what lets others in between.</summary>
    public const string StepGap = "conc.stepGap";

    /// <summary>Span of the start that a constructor makes before it sets the state, when that is what is wrong.</summary>
    public const string EarlyStart = "conc.earlyStart";

    /// <summary>CONC1006: what is wrong, a name of <c>PublicationFlaw</c>.</summary>
    public const string Flaw = "conc.flaw";

    /// <summary>CONC1006: why it matters which object is kept, a name of <c>Stake</c>.</summary>
    public const string Stake = "conc.stake";

    /// <summary>CONC1008: present ("true") when the lock is held where the object leaves.</summary>
    public const string IsHeld = "conc.isHeld";

    /// <summary>CONC1008: what leaves, a name of <c>EscapeShape</c>.</summary>
    public const string Shape = "conc.shape";

    /// <summary>CONC1001, CONC1002: the contracts that could be written in the type of the state, as <see cref="Contracts"/> writes them; absent: none.</summary>
    public const string InferredContracts = "conc.contracts";

    /// <summary>Joins contracts for <see cref="InferredContracts"/>: attribute, lock and documentation id of the member.</summary>
    public static string Contracts(IEnumerable<Engine.Contracts.InferredContract> contracts) =>
        string.Join("\n", contracts.Select(static contract => (contract.IsRequirement ? "RequiresLock" : "GuardedBy") + " " + contract.LockText + " " + contract.MemberId));

    /// <summary>Reads what <see cref="Contracts"/> wrote; malformed parts are left out.</summary>
    public static IEnumerable<(string Attribute, string Lock, string MemberId)> ParseContracts(string? text)
    {
        foreach (var line in (text ?? "").Split('\n'))
            if (line.Split(' ') is [var attribute, var name, { Length: > 2 } id])
                yield return (attribute, name, id);
    }

    /// <summary>The keys whose values are spans of the diagnosed tree: rules write them as the engine counts, diagnostics carry those of the text.</summary>
    public static readonly string[] InSpans = [Accesses, Declaration, JoinBefore, Check, Act, EarlyStart];

    /// <summary>Joins spans for <see cref="Accesses"/>.</summary>
    public static string Spans(IEnumerable<Engine.Place> places) => string.Join(";", places.Select(static place => Span(place.Span)));

    /// <summary>One span, as <see cref="Spans"/> writes it.</summary>
    public static string Span(Microsoft.CodeAnalysis.Text.TextSpan span) =>
        span.Start.ToString(System.Globalization.CultureInfo.InvariantCulture) + "+" + span.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Spans"/> wrote; malformed parts are left out.</summary>
    public static IEnumerable<Microsoft.CodeAnalysis.Text.TextSpan> ParseSpans(string? text)
    {
        foreach (var part in (text ?? "").Split(';'))
        {
            var plus = part.IndexOf('+');
            if (plus > 0 && int.TryParse(part.Substring(0, plus), out var start)
                && int.TryParse(part.Substring(plus + 1), out var length) && start >= 0 && length >= 0)
                yield return new(start, length);
        }
    }
}
