using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// What a finalizer does to the object that made its own: it runs on a thread of its own, at any time, beside whoever uses the
/// maker, which need not know of threads.
/// </summary>
internal static class FinalizerUses
{
    public static void Find(SummaryTable summaries, ImmutableArray<Summary> all, ConflictTable table)
    {
        if (summaries.Program.IsTestProject)
            return;
        foreach (var finalizer in all)
            if (finalizer.Body.Kind == BodyKind.Finalizer)
                foreach (var made in finalizer.Effects.Where(IsOfAnother).GroupBy(static effect => effect.Path.Steps[0].Field!))
                    if (Makes(summaries.Program, made.Key.TypeId, finalizer.Body.TypeId))
                        Hold(summaries, finalizer, made.ToArray(), table);
    }

    private static bool IsOfAnother(Effect effect) =>
        effect is { IsInvocation: false, IsSignal: false, IsWeak: false, Path: { Root: RootKind.This, Steps: [{ Kind: StepKind.Field, Field.IsReferenceType: true }, { Kind: StepKind.Field }, ..] } };

    /// <summary>A member of the one type makes objects of the other, and hands itself in.</summary>
    private static bool Makes(ProgramIndex program, string makerId, string madeId) => makerId != madeId && program.Type(makerId) is not null
        && program.MembersOf(makerId).SelectMany(program.BodiesOf).SelectMany(static body => body.Root.All()).OfType<Call>()
            .Any(call => call.IsConstruction && call.Method.TypeId == madeId && call.Arguments.Any(static argument => argument.Value is Value.ThisValue));

    private static void Hold(SummaryTable summaries, Summary finalizer, Effect[] effects, ConflictTable table)
    {
        var flow = new Flow("the finalizer of " + finalizer.Body.DisplayName, null);
        var seen = effects.Select(static effect => OwnerView.Of(effect, 1)).OfType<Effect>().ToLookup(static effect => effect.Path);
        foreach (var member in summaries.Program.MembersOf(effects[0].Path.Steps[0].Field!.TypeId))
            if (summaries.Program.Body(member) is { IsNested: false, IsPrivate: false, Kind: BodyKind.Method or BodyKind.Accessor } used && !Endings.IsEnding(used.DisplayName) && summaries.Of(member) is { } user)
                foreach (var there in user.Effects)
                    if (there is { IsInvocation: false, IsSignal: false, IsWeak: false })
                        foreach (var here in seen[there.Path])
                            if (Judge.Conflict(here, there, sameFork: false))
                                table.Add(here, flow, there, FlowText.Caller(user.Body.DisplayName), Judge.HarmOf(here, there, write => ForkConflicts.Checks(write, user.Effects) || ForkConflicts.Checks(write, finalizer.Effects)), Tier.A);
    }
}
