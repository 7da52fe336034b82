using System.Buffers;
using System.Text.Json.Serialization;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed partial class CodecTests
{
    [Fact]
    public async Task A_codec_of_the_user_s_own_carries_objects_both_ways()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Codec = static () => new NameCodec() });
        Assert.Equal("a!", (await pool.RunAsync(Shout, new Name("a")).Bounded()).Text);
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded()); // numbers need none
        var results = new List<string>();
        await foreach (var name in pool.MapAsync(Shout, [new Name("b"), new Name("c")]))
            results.Add(name.Text);
        Assert.Equal(["b!", "c!"], results);
    }

    [Fact]
    public async Task A_source_generated_context_carries_objects()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Codec = static () => new JsonWorkerCodec(Context.Default) });
        Assert.Equal(new Person("x", 3), await pool.RunAsync(Jobs.Echo<Person>, new Person("x", 3)).Bounded());
        Assert.Equal([1, 2], await pool.RunAsync(Jobs.Echo<HashSet<int>>, new HashSet<int> { 1, 2 }).Bounded()); // by reflection
    }

    [Fact]
    public void A_codec_that_a_worker_cannot_make_is_refused()
    {
        var own = new NameCodec();
        var e = Assert.Throws<ArgumentException>(() => new WorkerPool(new WorkerPoolOptions { Codec = () => own }));
        Assert.Contains("own", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_types_are_those_whose_every_bit_pattern_is_a_value()
    {
        Type[] raw = [typeof(int), typeof(byte), typeof(double), typeof(char), typeof(bool), typeof(Guid), typeof(TimeSpan), typeof(DayOfWeek),
            typeof(int?), typeof((int, double)), typeof(KeyValuePair<int, long>), typeof(Pair)];
        Type[] others = [typeof(string), typeof(object), typeof(IntPtr), typeof(DateTime), typeof(decimal), typeof(System.Text.Rune), typeof((int, string)),
            typeof(WithPointer), typeof(ReadOnlyMemory<int>), typeof(CancellationToken), typeof(int[]), typeof(System.Runtime.InteropServices.GCHandle)];
        Assert.All(raw, t => Assert.True(RawType.Is(t), t.Name));
        Assert.All(others, t => Assert.False(RawType.Is(t), t.Name));
    }

    [Fact]
    public void Values_that_are_no_values_do_not_get_in()
    {
        Assert.True(WireCodec.Default.Read<bool>([2]) is var odd && odd == true);
        Assert.All(WireCodec.Default.Read<bool[]>([1, 2, 255, 1]), b => Assert.True(b == true));
        Assert.Throws<InvalidDataException>(() => WireCodec.Default.Read<int>([1, 2, 3]));
        Assert.Throws<InvalidDataException>(() => WireCodec.Default.Read<int[]>([1, 2, 3]));
        Assert.Throws<InvalidDataException>(() => WireCodec.Default.Read<string>([1, 2]));
        Assert.Throws<InvalidDataException>(() => WireCodec.Default.Read<string>([7]));
        Assert.Throws<InvalidDataException>(() => WireCodec.Default.Read<int[]>([0, 0]));
    }

    [Fact]
    public void A_long_array_is_not_copied_on_its_way_out()
    {
        var large = new byte[10_000_000];
        var buffer = new FrameBuffer();
        WireCodec.Default.Write(new byte[1], buffer); // whatever the first use makes
        buffer.Reset();
        var before = GC.GetAllocatedBytesForCurrentThread();
        WireCodec.Default.Write(large, buffer);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000);
        Assert.Equal(Frame.HeaderSize + 1 + large.Length, buffer.Length);
    }

    [Fact]
    public async Task Memory_and_parts_of_arrays_travel_alone()
    {
        var numbers = Enumerable.Range(0, 100_000).ToArray();
        int[] two = [5, 6];
        Assert.Equal(two, (await WorkerPool.Shared.RunAsync(Jobs.Echo<Memory<int>>, numbers.AsMemory(5, 2)).Bounded()).ToArray());
        Assert.Equal(numbers[10..90_000], (await WorkerPool.Shared.RunAsync(Jobs.Echo<ReadOnlyMemory<int>>, (ReadOnlyMemory<int>)numbers.AsMemory()[10..90_000]).Bounded()).ToArray());
        int[] one = [7];
        Assert.Equal<IEnumerable<int>>(one, await WorkerPool.Shared.RunAsync(Jobs.Echo<ArraySegment<int>>, new ArraySegment<int>(numbers, 7, 1)).Bounded());
        var text = new string('x', 3_000_000) + "\ud83d";
        Assert.Equal(text, await WorkerPool.Shared.RunAsync(Jobs.Echo<string>, text).Bounded());
    }

    private static Name Shout(Name name) => new(name.Text + "!");

    internal sealed class Name(string text)
    {
        public string Text => text;
    }

    internal sealed record Person(string Called, int Age);

    internal readonly struct Pair(int a, DayOfWeek b)
    {
        public int A => a;

        public DayOfWeek B => b;
    }

    internal readonly struct WithPointer(nint p)
    {
        public nint P => p;
    }

    [JsonSerializable(typeof(Person))]
    internal sealed partial class Context : JsonSerializerContext;

    private sealed class NameCodec : IWorkerCodec
    {
        public void Write<T>(T value, IBufferWriter<byte> destination) => destination.Write(System.Text.Encoding.UTF8.GetBytes(((Name)(object)value!).Text));

        public T Read<T>(ReadOnlySpan<byte> source) => (T)(object)new Name(System.Text.Encoding.UTF8.GetString(source));
    }
}
