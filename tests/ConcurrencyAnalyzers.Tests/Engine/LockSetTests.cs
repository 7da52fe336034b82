using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Tests.Engine;

public class LockSetTests
{
    private static readonly AccessPath s_a = AccessPath.This.Field(new("F:C.a", "a", "T:C"))!;
    private static readonly AccessPath s_b = AccessPath.This.Field(new("F:C.b", "b", "T:C"))!;

    [Fact]
    public void Holders_of_one_lock_exclude_each_other()
    {
        var one = LockSet.Empty.Add(s_a, LockMode.Exclusive);
        Assert.True(one.Excludes(LockSet.Empty.Add(s_a, LockMode.Exclusive).Add(s_b, LockMode.Exclusive), bothRead: false));
        Assert.False(one.Excludes(LockSet.Empty.Add(s_b, LockMode.Exclusive), bothRead: false));
        Assert.False(one.Excludes(LockSet.Empty, bothRead: false));
    }

    [Theory]
    [InlineData(LockMode.Shared, LockMode.Shared, false)]
    [InlineData(LockMode.Shared, LockMode.Exclusive, true)]
    [InlineData(LockMode.Shared, LockMode.Upgradeable, false)]
    [InlineData(LockMode.Upgradeable, LockMode.Upgradeable, true)]
    [InlineData(LockMode.Exclusive, LockMode.Exclusive, true)]
    public void Modes_decide_who_waits(object left, object right, bool excludes) =>
        Assert.Equal(excludes, LockSet.Empty.Add(s_a, (LockMode)left).Excludes(LockSet.Empty.Add(s_a, (LockMode)right), bothRead: false));

    [Fact]
    public void Where_two_paths_meet_the_common_locks_are_held_in_the_weaker_mode()
    {
        var both = LockSet.Empty.Add(s_a, LockMode.Exclusive).Add(s_b, LockMode.Exclusive).Intersect(LockSet.Empty.Add(s_a, LockMode.Shared));
        Assert.Equal(LockMode.Shared, Assert.Single(both.Held).Mode);
    }

    [Fact]
    public void A_lock_without_a_name_stays_known_as_held()
    {
        var held = LockSet.Empty.Add(s_a, LockMode.Exclusive).Map(_ => null);
        Assert.True(held.HasUnknown);
        Assert.False(held.IsEmpty);
    }
}
