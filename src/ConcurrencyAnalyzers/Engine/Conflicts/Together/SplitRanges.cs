using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Two numbers that make one range, stored one after the other: each store is atomic, the pair is not. Who compares one with
/// the other meets the new one of one and the old one of the other, and two that store at once leave a range of both.
/// </summary>
internal static class SplitRanges
{
    /// <param name="accesses">What callers of a type can reach.</param>
    public static void Find(ProgramIndex program, IEnumerable<Use> accesses, ConflictTable table)
    {
        var ofTypes = accesses.Select(static access => access.Effect)
            .Where(static effect => effect is { IsAtomic: true, IsContent: false, IsWeak: false, Locks.IsEmpty: true, Path: { Root: RootKind.This, Steps: [{ Kind: StepKind.Field, Field.IsInterlockedNumber: true }] } })
            .GroupBy(static effect => effect.Path.Storage!.OwnerId);
        foreach (var type in ofTypes)
        {
            var uses = GuardConflicts.OnePerPlace(type).OrderBy(static use => use.Place).ToArray();
            foreach (var body in uses.GroupBy(static use => use.BodyId).ToArray())
                if (program.Body(body.Key) is { } storing)
                    FindIn(storing, body.ToArray(), uses, program, table);
        }
    }

    private static void FindIn(BodyFacts body, Effect[] own, Effect[] uses, ProgramIndex program, ConflictTable table)
    {
        var stores = own.Where(static use => use.Writes).Select(use => (Use: use, Made: MadeOf(body, use))).Where(static store => store.Made.Count > 0).ToArray();
        foreach (var one in stores)
            foreach (var other in stores)
                if (!one.Use.Path.Equals(other.Use.Path) && one.Made.Overlaps(other.Made) && uses.Where(use => use.BodyId != body.Id && use.Path.Equals(one.Use.Path)).FirstOrDefault(use => program.Body(use.BodyId) is { } reading && IsCounted(reading, one.Use, other.Use) && AreCompared(reading, one.Use, other.Use)) is { } reader)
                    table.AddOffender(one.Use, FlowText.Caller(one.Use.MemberName), reader, FlowText.Caller(reader.MemberName), Harm.TornPair, Tier.B);
    }

    /// <summary>Ids of the variables that a store makes its value of; none where it is no store.</summary>
    private static HashSet<string> MadeOf(BodyFacts body, Effect use)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in body.Root.All().OfType<Call>())
            if (call.Span.Contains(use.Place.Span) && call.Method is { Name: "Exchange", TypeId: "T:System.Threading.Interlocked" } or { Name: "Write", TypeId: "T:System.Threading.Volatile" } && IsOn(call, use))
                foreach (var argument in call.Arguments)
                    if (argument.Ordinal == 1)
                        made.UnionWith(body.LocalReads.Where(read => argument.Span.Contains(read.Position)).Select(static read => read.Variable.Id));
        return made;
    }

    /// <summary>Whoever compares also takes the next number of the range: several threads are expected there.</summary>
    private static bool IsCounted(BodyFacts body, Effect one, Effect other) => body.Root.All().OfType<Call>()
        .Any(call => call.Method is { Name: "Increment" or "Decrement" or "Add", TypeId: "T:System.Threading.Interlocked" } && (IsOn(call, one) || IsOn(call, other)));

    private static bool IsOn(Call call, Effect use) => call.Arguments is [{ IsByRef: true, Value: Value.Field { Facts: var field } }, ..] && field.Equals(use.Path.Storage);

    private static bool AreCompared(BodyFacts body, Effect one, Effect other) => body.Root.All().OfType<Branch>()
        .Any(branch => branch.Comparison == ComparisonKind.Order && GoesInto(body, branch.Condition, one) && GoesInto(body, branch.Condition, other));

    /// <summary>The condition reads the state, or a variable that holds what was read of it.</summary>
    private static bool GoesInto(BodyFacts body, Node condition, Effect use) => Reads(body, condition.Span, use)
        || body.Root.All().OfType<Bind>().Any(bind => Reads(body, bind.Span, use) && body.LocalReads.Any(read => condition.Span.Contains(read.Position) && read.Variable.Equals(bind.Variable)));

    private static bool Reads(BodyFacts body, Microsoft.CodeAnalysis.Text.TextSpan span, Effect use) =>
        body.Root.All().OfType<Access>().Any(access => span.Contains(access.Span) && access.Place is Value.Field { Facts: var field } && field.Equals(use.Path.Storage));
}
