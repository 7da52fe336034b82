using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>What a worker makes ready before its first job.</summary>
public sealed class ReadyTests
{
    private static int s_calls;
    private static int s_began;

    [Fact]
    public async Task A_worker_that_was_made_ready_for_a_method_has_not_called_it()
    {
        for (var i = 0; i < 2; i++)
        {
            await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
            await pool.WarmUpAsync().Bounded();
            Assert.Equal(1, await pool.RunAsync(Count, 5).Bounded());
            var mapped = await pool.MapToArrayAsync(Count, [1, 2]).Bounded();
            Assert.Equal([2, 3], mapped);
            Assert.Equal("4", await pool.RunAsync(CountAsText, "x", 1).Bounded());
        }
    }

    [Fact]
    public async Task Workers_come_up_whatever_the_methods_were()
    {
        for (var i = 0; i < 2; i++)
        {
            await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Codec = NewCodec });
            await pool.WarmUpAsync().Bounded();
            Assert.Equal(new Point(1, 2), await pool.RunAsync(Jobs.Echo, new Point(1, 2)).Bounded());
            var echo = await pool.RunAsync(Jobs.Echo, new[] { 1.5 }).Bounded();
            Assert.Equal([1.5], echo);
            await Assert.ThrowsAsync<InvalidOperationException>(() => pool.RunAsync(Jobs.Throw, "no").Bounded());
        }
    }

    [Fact]
    public async Task A_worker_tells_how_many_methods_came_out_ready()
    {
        Assert.Equal(0, await ReadyInWorkerAsync([null]));
        Assert.Equal(1, await ReadyInWorkerAsync([Returned((Func<int, int>)Plain, forMany: false)]));
        Assert.Equal(1, await ReadyInWorkerAsync([null, Returned((Func<int, int>)Many, forMany: true)]));
        Assert.Equal(1, await ReadyInWorkerAsync([Returned((Func<Point, Point>)Object, forMany: false)]));
        var all = Returned((Func<int, int>)Both, forMany: false);
        all.NoteReturn(forMany: true);
        Assert.Equal(3, await ReadyInWorkerAsync([all, WorkerMethod.Of((Func<Point, Point>)Object), WorkerMethod.Of((Func<int, int>)NeverRun)]));
    }

    [Fact]
    public async Task Workers_that_start_ahead_make_ready_what_has_run_before()
    {
        await using (var first = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 }))
            Assert.Equal(1, await first.RunAsync(Count, 5).Bounded());
        var ready = 0;
        for (var i = 0; i < 20 && ready == 0; i++) // a busy machine may have no time for it
        {
            await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
            await pool.WarmUpAsync().Bounded();
            ready = pool.MadeReady;
        }
        Assert.NotEqual(0, ready);
    }

    [Theory]
    [InlineData(nameof(Count))]
    [InlineData(nameof(CountAsText))]
    [InlineData(nameof(CountOnly))]
    [InlineData(nameof(CountForNothing))]
    [InlineData(nameof(CountAsync))]
    [InlineData(nameof(CountUntilToken))]
    [InlineData(nameof(CountAndThrow))]
    public void Methods_of_each_kind_can_be_made_ready_and_are_not_called(string name)
    {
        var method = typeof(ReadyTests).GetMethod(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        var calls = s_calls;
        BoundMethod.Create(method).Prepare(WireCodec.Default);
        if (method.GetParameters().Length > 0 && name != nameof(CountAsText))
            BoundChunk.Create(method).Prepare(WireCodec.Default);
        Assert.Equal(calls, s_calls);
        try
        {
            method.Invoke(null, [.. method.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]);
        }
        catch (TargetInvocationException)
        {
            // The one that throws.
        }
        Assert.Equal(calls + 1, s_calls);
    }

    [Theory]
    [InlineData(typeof(Point))]
    [InlineData(typeof(Shape))]
    [InlineData(typeof(string[]))]
    [InlineData(typeof(Dictionary<string, int>))]
    [InlineData(typeof(Guid?))]
    [InlineData(typeof(ReadOnlyMemory<byte>))]
    public void Generic_methods_can_be_made_ready_for_all_types(Type type)
    {
        var method = typeof(Jobs).GetMethod(nameof(Jobs.Echo))!.MakeGenericMethod(type);
        BoundMethod.Create(method).Prepare(WireCodec.Default);
        BoundChunk.Create(method).Prepare(WireCodec.Default);
        var inner = typeof(Box<>).MakeGenericType(type).GetMethod("Keep", BindingFlags.Static | BindingFlags.Public)!;
        BoundMethod.Create(inner).Prepare(WireCodec.Of(NewCodec));
    }

    [Fact]
    public void Nothing_of_the_users_runs_when_a_method_is_made_ready()
    {
        foreach (var method in new[] { typeof(Watched).GetMethod("Get")!, typeof(Jobs).GetMethod(nameof(Jobs.Echo))!.MakeGenericMethod(typeof(Converted)) })
        {
            BoundMethod.Create(method).Prepare(WireCodec.Default);
            BoundChunk.Create(method).Prepare(WireCodec.Default);
        }
        Assert.Equal(0, s_began);
        Assert.Equal(2, Watched.Get(1));
        Assert.Equal(1, s_began);
    }

    [Fact]
    public void A_method_whose_module_has_an_initializer_is_left_for_its_first_call()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Initialized"), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule("Initialized");
        module.DefineGlobalMethod(".cctor", MethodAttributes.Static | MethodAttributes.Private | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName, null, null)
            .GetILGenerator().Emit(OpCodes.Ret);
        module.CreateGlobalFunctions();
        module.DefineType("Value", TypeAttributes.Public | TypeAttributes.Sealed, typeof(ValueType)).CreateType();
        using var file = new MemoryStream();
        assembly.Save(file);
        var type = Assembly.Load(file.ToArray()).GetType("Value")!;
        var echo = typeof(Jobs).GetMethod(nameof(Jobs.Echo))!;
        Assert.False(Rehearsal.IsSilent(echo.MakeGenericMethod(type)));
        Assert.False(Rehearsal.IsSilent(echo.MakeGenericMethod(typeof(List<>).MakeGenericType(type.MakeArrayType()))));
        Assert.True(Rehearsal.IsSilent(echo.MakeGenericMethod(typeof(List<Point>))));
    }

    private static WorkerMethod Returned(Delegate method, bool forMany)
    {
        var known = WorkerMethod.Of(method);
        known.NoteReturn(forMany);
        return known;
    }

    private static async Task<int> ReadyInWorkerAsync(WorkerMethod?[] methods)
    {
        var started = await WorkerLauncher.StartAsync(new WorkerLaunchOptions { SharesMemory = true }, CancellationToken.None).Bounded();
        var worker = new Worker(started, new JobScheduler(new WorkerPoolOptions()), new StopRules(TimeSpan.Zero, TimeProvider.System));
        worker.Listen();
        var ready = await Task.Run(() => DryRun.On(worker, methods, TimeSpan.FromSeconds(5), CancellationToken.None)).Bounded();
        Assert.False(worker.IsGone);
        worker.Kill();
        await worker.Exit.Bounded();
        return ready;
    }

    public static int Count(int ignored) => ++s_calls;

    public static string CountAsText(string ignored, int alsoIgnored) => (++s_calls).ToString(null, null);

    public static int CountOnly() => ++s_calls;

    private static void CountForNothing() => ++s_calls;

    public static Task<int> CountAsync(int ignored) => Task.FromResult(++s_calls);

    public static int CountUntilToken(int ignored, CancellationToken alsoIgnored) => ++s_calls;

    public static int CountAndThrow(int ignored) => throw new InvalidOperationException((++s_calls).ToString(null, null));

    public static int Plain(int value) => value;

    public static int Many(int value) => value;

    public static int Both(int value) => value;

    public static int NeverRun(int value) => value;

    public static Point Object(Point value) => value;

    public static IWorkerCodec NewCodec() => new ShyCodec();

    public static class Watched
    {
        private static readonly int Value;

        static Watched()
        {
            s_began++;
            Value = 1;
        }

        public static int Get(int more) => Value + more;
    }

    [JsonConverter(typeof(WatchedConverter))]
    public sealed class Converted;

    private sealed class WatchedConverter : JsonConverter<Converted>
    {
        public WatchedConverter() => s_began++;

        public override bool HandleNull => true;

        public override Converted Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new();

        public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteNullValue();
    }

    public sealed record Point(int X, int Y);

    public abstract record Shape(int Sides);

    public static class Box<T>
    {
        public static T Keep(T value) => value;
    }

    // Takes no nulls.
    private sealed class ShyCodec : IWorkerCodec
    {
        private readonly JsonWorkerCodec _json = new();

        public void Write<T>(T value, System.Buffers.IBufferWriter<byte> destination)
        {
            ArgumentNullException.ThrowIfNull(value);
            _json.Write(value, destination);
        }

        public T Read<T>(ReadOnlySpan<byte> source) =>
            Encoding.UTF8.GetString(source) == "null" ? throw new InvalidDataException("null") : _json.Read<T>(source);
    }
}
