using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Locks;

/// <summary>
/// Locks on what a field holds, where the field gets another object while the lock is held: who waits for the old one goes on
/// beside those who take the new one. So does everybody where an object that is nothing but a lock is replaced by a second one.
/// </summary>
internal static class ReplacedLocks
{
    private sealed record Taken(BodyFacts Body, LockRegion Region, FieldFacts Field);

    public static IEnumerable<LockObjectUse> Find(ProgramIndex program)
    {
        var taken = new List<Taken>();
        foreach (var member in program.Relevant)
            foreach (var body in program.BodiesOf(member).Where(static body => body.TakesMonitors))
                foreach (var node in body.Root.All())
                    if (node is LockRegion { LockObject: Value.Field { Receiver: null or Value.ThisValue, Facts: { IsReadOnly: false, IsLocal: false } field } } region)
                        taken.Add(new(body, region, field));
        foreach (var locks in taken.GroupBy(static use => use.Field.Id))
        {
            var field = locks.First().Field;
            if (locks.Any(use => use.Region.Body.All().Any(node => IsRenewal(node, field))) || IsNothingElse(field) && IsMadeTwice(program, field))
                foreach (var use in locks)
                    yield return new(new(use.Body.FilePath, use.Region.LockSpan), LockObjectShape.Replaced, use.Body.DisplayName);
        }
    }

    private static bool IsRenewal(Node node, FieldFacts field) =>
        node is Access { Place: Value.Field { Receiver: null or Value.ThisValue, Facts: var written }, Operator: not "??=" } access && written.Equals(field)
        && (access.Kind & (AccessKind.Write | AccessKind.Content | AccessKind.Null)) == AccessKind.Write;

    private static bool IsNothingElse(FieldFacts field) => field.TypeId is "T:System.Object" or "T:System.Threading.Lock";

    /// <summary>Made with its owner, and made again, whatever is there, by a member that is called later.</summary>
    private static bool IsMadeTwice(ProgramIndex program, FieldFacts field)
    {
        var (atFirst, later) = (false, false);
        foreach (var body in program.MembersOf(field.OwnerId).SelectMany(program.BodiesOf))
            foreach (var node in body.Root.All())
                if (IsRenewal(node, field))
                {
                    var isFirst = body.IsConstruction;
                    atFirst |= isFirst;
                    later |= !isFirst && !body.DisplayName.StartsWith("OnDeserializ", StringComparison.Ordinal) && !body.Root.All().Any(other => other is Branch { NullTested: Value.Field { Facts: var tested } } && tested.Equals(field));
                }

        return atFirst && later;
    }
}
