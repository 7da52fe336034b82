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
        foreach (var member in program.Relevant)
            foreach (var body in program.BodiesOf(member).Where(static body => body.TakesMonitors))
                foreach (var node in body.Root.All())
                    Find(body, node, program, found);
        return found.Concat(ReplacedLocks.Find(program)).GroupBy(static use => use.Place).Select(static same => same.First()).OrderBy(static use => use.Place).ToImmutableArray();
    }

    private static void Find(BodyFacts body, Node node, ProgramIndex program, ImmutableArray<LockObjectUse>.Builder found)
    {
        switch (node)
        {
            case LockRegion region:
                if (IsWrong(region.Shape))
                    found.Add(new(new(body.FilePath, region.LockSpan), region.Shape, body.DisplayName));
                break;
            case Call { Method.TypeId: "T:System.Threading.Monitor" } call
                when program.Knowledge.RoleOf(call.Method.Key) is MemberRole.LockEnter or MemberRole.LockTry && call.Arguments.Length > 0 && IsWrong(call.Arguments[0].LockShape):
                found.Add(new(new(body.FilePath, call.Arguments[0].Span), call.Arguments[0].LockShape, body.DisplayName));
                break;
        }
    }

    private static bool IsWrong(LockObjectShape shape) => shape is LockObjectShape.This or LockObjectShape.TypeObject or LockObjectShape.String
        or LockObjectShape.Fresh or LockObjectShape.Boxed or LockObjectShape.UnsharedLocal or LockObjectShape.PublicField;
}
