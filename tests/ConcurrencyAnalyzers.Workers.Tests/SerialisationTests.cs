using System.Numerics;
using System.Text.Json.Serialization;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class SerialisationTests
{
    [Fact]
    public async Task Ordinary_types_go_there_and_back_unchanged()
    {
        await Same("half \ud83d a pair");
        await Same("");
        await Same(new ReadOnlyPair(1));
        await Same(true);
        await Same((DayOfWeek?)DayOfWeek.Friday);
        await SameItems(new[] { true, false });
        await SameItems(new List<int> { 1, 2 });
        await SameItems(new[] { (1, 2.5), (3, 4.5) });
        await SameItems(Array.Empty<long>());
        await Same<int[]?>(null);
        await Same<List<int>?>(null);
        await Same("text with \"quotes\" \u00e4\ud83d\ude00 and \0");
        await Same<string?>(null);
        await Same(double.NaN);
        await Same(double.NegativeInfinity);
        await Same(0.1 + 0.2);
        await Same(float.Epsilon);
        await Same(decimal.MaxValue);
        await Same(long.MinValue);
        await Same(UInt128.MaxValue);
        await Same('\ud83d');
        await Same(new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc).AddTicks(1));
        await Same(DateTimeOffset.MaxValue);
        await Same(TimeSpan.MinValue);
        await Same(Guid.NewGuid());
        await Same(DayOfWeek.Friday);
        await Same<int?>(null);
        await Same((1, "two", (3.0, 'x')));
        await Same(new Uri("https://example.org/a?b=c"));
        await Same(new Version(1, 2, 3));
        await Same(BigInteger.Pow(7, 1000));
        await Same(BigInteger.MinusOne);
        await Same(new Complex(1.5, -2));
        await Same(new Point(1, 2));
        await Same(new Named("n") { Extra = 3 });
        await Same(KeyValuePair.Create("k", 1));
        await Same(Tuple.Create(1, "b"));
        await SameItems(new byte[] { 0, 255, 1 });
        await SameItems(Enumerable.Range(0, 1000).Select(i => i / 3.0).ToArray());
        await SameItems(new List<string> { "a", "b" });
        await SameItems(new Dictionary<int, string> { [1] = "a" });
        await SameItems(new Dictionary<string, char> { ["\u00e4"] = 'a' });
        await SameItems(new HashSet<int> { 3, 1, 2 });
    }

    [Fact]
    public async Task A_large_array_goes_there_and_back()
    {
        var bytes = new byte[20_000_000];
        new Random(1).NextBytes(bytes);
        Assert.Equal(bytes, await WorkerPool.Shared.RunAsync(Jobs.Echo<byte[]>, bytes).Bounded());
    }

    [Fact]
    public async Task A_collection_may_travel_as_an_interface_of_it() =>
        Assert.Equal(6, await WorkerPool.Shared.RunAsync(Total, new List<int> { 1, 2, 3 }).Bounded());

    [Fact]
    public async Task Derived_types_that_are_declared_travel_as_themselves() =>
        Assert.Equal("Circle", await WorkerPool.Shared.RunAsync(NameOf, (Shape)new Circle { Radius = 1 }).Bounded());

    [Fact]
    public void A_derived_object_that_would_lose_its_part_is_refused()
    {
        var e = Assert.Throws<NotSupportedException>(() => { _ = WorkerPool.Shared.RunAsync(SizeOf, new Bigger { A = 1, B = 2 }); });
        Assert.Contains("'value'", e.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Bigger), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void State_that_would_be_dropped_on_the_way_is_refused_by_its_name()
    {
        var e = Assert.Throws<NotSupportedException>(() => { _ = WorkerPool.Shared.RunAsync(Jobs.Echo<HalfOpen>, new HalfOpen()); });
        Assert.Contains(nameof(HalfOpen.Hidden), e.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => { _ = WorkerPool.Shared.RunAsync(Jobs.Echo<Closed>, new Closed(3)); });
    }

    [Fact]
    public void What_belongs_to_its_process_is_refused()
    {
        Assert.Throws<NotSupportedException>(() => { _ = WorkerPool.Shared.RunAsync(Jobs.Echo<Action>, () => { }); });
        Assert.Throws<NotSupportedException>(() => { _ = WorkerPool.Shared.RunAsync(Jobs.Echo<Type>, typeof(int)); });
        Assert.Throws<NotSupportedException>(() => { _ = WorkerPool.Shared.RunAsync(Jobs.Echo<int[,]>, new int[1, 1]); });
    }

    [Fact]
    public void Text_that_is_not_text_is_refused_inside_of_objects_and_not_repaired()
    {
        Assert.Throws<NotSupportedException>(() => { _ = WorkerPool.Shared.RunAsync(Jobs.Echo<List<string>>, new List<string> { "half \ud83d a pair" }); });
        Assert.Throws<NotSupportedException>(() => { _ = WorkerPool.Shared.RunAsync(Jobs.Echo<Dictionary<string, int>>, new Dictionary<string, int> { ["\udc00"] = 1 }); });
    }

    [Fact]
    public void A_cycle_is_the_caller_s_exception()
    {
        var node = new Node();
        node.Next = node;
        Assert.Throws<NotSupportedException>(() => { _ = WorkerPool.Shared.RunAsync(Jobs.Echo<Node>, node); });
    }

    [Fact]
    public async Task A_result_that_cannot_travel_fails_the_job_and_not_the_worker()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var before = await pool.RunAsync(Jobs.ProcessId).Bounded();
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => pool.RunAsync(static () => new Closed(3)).Bounded());
        Assert.Contains("cannot travel back", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, await pool.RunAsync(Jobs.ProcessId).Bounded());
    }

    private static async Task Same<T>(T value) => Assert.Equal(value, await WorkerPool.Shared.RunAsync(Jobs.Echo<T>, value).Bounded());

    private static async Task SameItems<T>(T value) where T : System.Collections.IEnumerable =>
        Assert.Equal(value.Cast<object>(), (await WorkerPool.Shared.RunAsync(Jobs.Echo<T>, value).Bounded()).Cast<object>());

    private static int Total(IReadOnlyList<int> values) => values.Sum();

    private static string NameOf(Shape shape) => shape.GetType().Name;

    private static int SizeOf(Smaller value) => value.A;

    internal readonly record struct Point(int X, int Y);

    internal sealed record Named(string Name)
    {
        public int Extra { get; init; }

        public int Computed => Name.Length;
    }

    [JsonDerivedType(typeof(Circle), "circle")]
    internal abstract class Shape;

    internal sealed class Circle : Shape
    {
        public double Radius { get; set; }
    }

    internal class Smaller
    {
        public int A { get; set; }
    }

    internal sealed class Bigger : Smaller
    {
        public int B { get; set; }
    }

    internal sealed class HalfOpen
    {
        public int Open { get; set; }

        public int Hidden { get; private set; } = 3;
    }

    internal sealed class Closed(int value)
    {
        private readonly int _value = value;

        public override string ToString() => $"{_value}";
    }

    internal readonly struct ReadOnlyPair(int x)
    {
        public int X { get; } = x;
    }

    internal sealed class Node
    {
        public Node? Next { get; set; }
    }
}
