using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Tests.Engine;

public class AccessPathTests
{
    private static readonly FieldFacts s_list = new("F:C.list", "list", "T:C");
    private static readonly FieldFacts s_next = new("F:C.next", "next", "T:C");

    [Fact]
    public void Equal_paths_are_equal_whatever_their_index()
    {
        var one = AccessPath.This.Field(s_list)!.Element(IndexShape.Constant, "0")!;
        var two = AccessPath.This.Field(s_list)!.Element(IndexShape.Constant, "1")!;
        Assert.Equal(one, two);
        Assert.False(one.MayOverlap(two));
        Assert.True(one.MayOverlap(AccessPath.This.Field(s_list)!.Element(IndexShape.Any, "")!));
    }

    [Fact]
    public void A_path_is_followed_to_a_depth()
    {
        var path = AccessPath.This;
        for (var i = 0; i < AccessPath.MaxSteps; i++)
            path = path.Field(s_next)!;
        Assert.Null(path.Field(s_next));
        Assert.Null(path.Rebase(AccessPath.This.Field(s_list)!));
    }

    [Fact]
    public void A_callees_path_goes_on_from_its_receiver()
    {
        var receiver = AccessPath.Static(s_list).Field(s_next)!;
        Assert.Equal(receiver.Field(s_next), AccessPath.This.Field(s_next)!.Rebase(receiver));
    }

    [Fact]
    public void The_storage_is_the_field_named_last() =>
        Assert.Equal("next", AccessPath.This.Field(s_list)!.Field(s_next)!.Content()!.Storage!.Name);
}
