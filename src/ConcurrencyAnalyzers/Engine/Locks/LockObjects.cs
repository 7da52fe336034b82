using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Locks;

/// <summary>A lock taken on an object that cannot protect anything, or that strangers can take too.</summary>
internal sealed record LockObjectUse(Place Place, LockObjectShape Shape, string MemberName);

/// <summary>
/// Finds locks on objects that are no locks: nobody else can meet there (a fresh or boxed object, a local nobody
/// shares), or anybody can (this, a Type, a string, a field that others see), or the next thread meets at another.
/// </summary>
internal static class LockObjects
{
    public static ImmutableArray<LockObjectUse> Find(ProgramIndex program)
    {
        var found = ImmutableArray.CreateBuilder<LockObjectUse>();
        var bodies = program.Relevant.SelectMany(program.BodiesOf).Where(static body => body.TakesMonitors).ToArray();
        var shared = new Lazy<HashSet<string>>(() => new(bodies.SelectMany(body => body.Root.All().Select(node => TakenByOthers(body, node, program))).OfType<string>(), StringComparer.Ordinal));
        foreach (var body in bodies)
            foreach (var node in body.Root.All())
                Find(body, node, program, shared, found);
        return found.Concat(ReplacedLocks.Find(program)).GroupBy(static use => use.Place).Select(static same => same.First()).OrderBy(static use => use.Place).ToImmutableArray();
    }

    /// <summary>
    /// A field that can be for nothing else, and whose lock a type takes that is not its own: the owner shows it so that others can hold its lock over
    /// several of its members.
    /// </summary>
    private static string? TakenByOthers(BodyFacts body, Node node, ProgramIndex program) =>
        LockTaken(node, program) is Value.Field { Facts: { TypeId: "T:System.Threading.Lock", OwnerId: var owner, Id: var id } } && owner != body.TypeId ? id : null;

    private static Value? LockTaken(Node node, ProgramIndex program) => node switch
    {
        LockRegion region => region.LockObject,
        Call { Arguments.Length: > 0 } call when IsEnter(call, program) => call.Arguments[0].Value,
        _ => null,
    };

    private static bool IsEnter(Call call, ProgramIndex program) => call.Method.TypeId == "T:System.Threading.Monitor" && program.Knowledge.RoleOf(call.Method.Key) is MemberRole.LockEnter or MemberRole.LockTry;

    private static void Find(BodyFacts body, Node node, ProgramIndex program, Lazy<HashSet<string>> shared, ImmutableArray<LockObjectUse>.Builder found)
    {
        var shape = node switch { LockRegion taken => taken.Shape, Call { Arguments: [{ LockShape: var first }, ..] } => first, _ => LockObjectShape.Other };
        if (shape == LockObjectShape.PublicField && LockTaken(node, program) is Value.Field { Facts.Id: var id } && shared.Value.Contains(id))
            return;
        switch (node)
        {
            case LockRegion region:
                if (IsWrong(region.Shape))
                    found.Add(new(new(body.FilePath, region.LockSpan), region.Shape, body.DisplayName));
                break;
            case Call { Arguments.Length: > 0 } call when IsEnter(call, program) && IsWrong(call.Arguments[0].LockShape):
                found.Add(new(new(body.FilePath, call.Arguments[0].Span), call.Arguments[0].LockShape, body.DisplayName));
                break;
        }
    }

    private static bool IsWrong(LockObjectShape shape) => shape is LockObjectShape.This or LockObjectShape.TypeObject or LockObjectShape.String
        or LockObjectShape.Fresh or LockObjectShape.Boxed or LockObjectShape.UnsharedLocal or LockObjectShape.PublicField;
}
