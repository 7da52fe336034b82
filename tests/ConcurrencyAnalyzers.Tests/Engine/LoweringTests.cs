using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Tests.Engine;

/// <summary>How source becomes facts.</summary>
public class LoweringTests
{
    private static Bodies Read(string body) => new($$"""
        class C
        {
            private int _n;
            private bool _stop;
            private readonly List<int> _list = [];
            private readonly object _gate = new();
            private static void Start(Action a) => Task.Run(a).Wait();
            private static void Add(ref int place) => place++;
            void M(int given) { {{body}} }
        }
        """);

    [Theory]
    [InlineData("_n++;", "++")]
    [InlineData("--_n;", "--")]
    [InlineData("_n += given;", "+=")]
    [InlineData("_n = _n * 2;", "=")]
    [InlineData("_n = Math.Max(given, _n);", "=")]
    public void An_update_reads_and_writes_in_one(string code, string @operator)
    {
        var last = Read(code).Accesses("M", "_n").Last();
        Assert.Equal(AccessKind.Update, last.Kind & AccessKind.Update);
        Assert.Equal(@operator, last.Operator);
    }

    [Fact]
    public void A_plain_write_reads_nothing() => Assert.Equal(AccessKind.Write, Assert.Single(Read("_n = given;").Accesses("M", "_n")).Kind & (AccessKind.Read | AccessKind.Write));

    [Fact]
    public void Writing_a_literal_is_told() => Assert.True(Assert.Single(Read("_n = 3;").Accesses("M", "_n")).Kind.HasFlag(AccessKind.Constant));

    [Theory]
    [InlineData("while (!_stop) { }", true)]
    [InlineData("do { } while (!_stop);", true)]
    [InlineData("while (!_stop) lock (_gate) { }", false)]
    [InlineData("if (!_stop) { }", false)]
    public void A_loop_that_waits_for_a_change_polls(string code, bool polls) =>
        Assert.Equal(polls, Assert.Single(Read(code).Accesses("M", "_stop")).Kind.HasFlag(AccessKind.Poll));

    [Theory]
    [InlineData("_list.Add(1);", true)]
    [InlineData("_list[0] = 1;", true)]
    [InlineData("_ = _list.Contains(1);", false)]
    public void A_call_on_a_collection_touches_its_content(string code, bool writes)
    {
        var content = Assert.Single(Read(code).Accesses("M", "_list"), access => access.Kind.HasFlag(AccessKind.Content));
        Assert.Equal(writes, content.Kind.HasFlag(AccessKind.Write));
    }

    [Fact]
    public void Count_cannot_break_a_collection() =>
        Assert.Contains(Read("_ = _list.Count;").Accesses("M", "_list"), access => access.Kind.HasFlag(AccessKind.Neutral));

    [Fact]
    public void Interlocked_is_atomic_and_an_update() =>
        Assert.Equal(AccessKind.Atomic | AccessKind.Update, Assert.Single(Read("Interlocked.Increment(ref _n);").Accesses("M", "_n")).Kind);

    [Fact]
    public void A_local_is_storage_only_when_a_lambda_captures_it()
    {
        Assert.DoesNotContain(Read("int x = 0; x++;").Of("M").Root.All().OfType<Access>(), access => access.Place is Value.Local);
        Assert.Contains(Read("int x = 0; Start(() => { x++; }); x++;").Of("M").Root.All().OfType<Access>(), access => access.Place is Value.Local { Variable.Name: "x" });
    }

    [Theory]
    [InlineData("lock (_gate) { }", LockObjectShape.PrivateField)]
    [InlineData("lock (this) { }", LockObjectShape.This)]
    [InlineData("lock (\"x\") { }", LockObjectShape.String)]
    [InlineData("object box = given; lock (box) { }", LockObjectShape.Boxed)]
    [InlineData("var own = new object(); lock (own) { }", LockObjectShape.UnsharedLocal)]
    public void A_lock_knows_the_shape_of_its_object(string code, object shape) =>
        Assert.Equal(shape, Assert.Single(Read(code).Of("M").Root.All().OfType<LockRegion>()).Shape);
}
