using ConcurrencyAnalyzers.Testing;
using Xunit;

namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

public class UnsafeInitializationTests
{
    private static string Type(string members) => $$"""
        public sealed class C
        {
            private readonly object _gate = new();
            private readonly object _other = new();

            public void Run(string[] names) => Parallel.ForEach(names, name => Use(name));

        {{string.Join("\n", members.Split('\n').Select(line => "    " + line))}}
        }

        public sealed class Counter
        {
            private int _n;
            public int Next() => Interlocked.Increment(ref _n);
        }

        public sealed record Size(int Width, int Height);
        """;

    [Theory]
    [InlineData("private Counter? _x;\nprivate void Use(string name) => ({|CONC1006:_x ??= new Counter()|}).Next();")]
    [InlineData("private Counter? _x;\nprivate void Use(string name) => (_x ?? ({|CONC1006:_x = new Counter()|})).Next();")]
    [InlineData("private Counter? _x;\nprivate void Use(string name)\n{\n    if (_x is not null)\n        return;\n    {|CONC1006:_x = new Counter()|};\n}")]
    [InlineData("private Counter? _x;\nprivate void Use(string name)\n{\n    var x = _x;\n    if (x == null)\n        {|CONC1006:_x = x = new Counter()|};\n    x.Next();\n}")]
    [InlineData("private Counter? _x;\nprivate void Use(string name)\n{\n    if (_x is { } x)\n        x.Next();\n    else\n        {|CONC1006:_x = new Counter()|};\n}")]
    [InlineData("private static Counter? s_x;\nprivate void Use(string name) => ({|CONC1006:s_x ??= new Counter()|}).Next();")]
    [InlineData("private SemaphoreSlim? _x;\nprivate void Use(string name) => ({|CONC1006:_x ??= new SemaphoreSlim(1)|}).Wait();")]
    [InlineData("private Stream? _x;\nprivate void Use(string name) => GC.KeepAlive({|CONC1006:_x ??= File.OpenRead(name)|});")]
    public Task What_two_threads_make_is_reported(string members) => Verify.AnalyzerAsync(Type(members));

    [Theory]
    [InlineData("private string? _x;\nprivate void Use(string name) => Console.WriteLine(_x ??= name.Trim());")]
    [InlineData("private Size? _x;\nprivate void Use(string name) => Console.WriteLine(_x ??= new Size(1, 2));")]
    [InlineData("private Func<int>? _x;\nprivate void Use(string name) => Console.WriteLine((_x ??= () => 1)());")]
    [InlineData("private int[]? _x;\nprivate void Use(string name) => Console.WriteLine((_x ??= [1, 2]).Length);")]
    [InlineData("private List<int>? _x;\nprivate void Use(string name) => Console.WriteLine((_x ??= [1, 2]).Count);")]
    [InlineData("private readonly Lazy<Counter> _x = new(() => new Counter());\nprivate void Use(string name) => _x.Value.Next();")]
    [InlineData("private Counter? _x;\nprivate void Use(string name) => LazyInitializer.EnsureInitialized(ref _x, () => new Counter()).Next();")]
    [InlineData("private Counter? _x;\nprivate void Use(string name)\n{\n    if (_x == null)\n        Interlocked.CompareExchange(ref _x, new Counter(), null);\n}")]
    [InlineData("private Counter? _x;\nprivate void Use(string name)\n{\n    lock (_gate)\n    {\n        _x ??= new Counter();\n    }\n}")]
    [InlineData("private Counter? _x;\nprivate void Use(string name)\n{\n    if (_x == null)\n    {\n        lock (_gate)\n        {\n            if (_x == null)\n                _x = new Counter();\n        }\n    }\n}")]
    [InlineData("[ThreadStatic] private static Counter? s_x;\nprivate void Use(string name) => (s_x ??= new Counter()).Next();")]
    public Task What_is_made_once_or_alike_is_not(string members) => Verify.AnalyzerAsync(Type(members));

    [Theory]
    [InlineData("private Counter? _x;\nprivate void Use(string name)\n{\n    if (_x == null)\n    {\n        lock (_gate)\n        {\n            {|CONC1006:_x = new Counter()|};\n        }\n    }\n}")]
    [InlineData("private Counter? _x;\nprivate void Use(string name)\n{\n    lock (_other)\n    {\n        if (_x != null)\n            return;\n    }\n    lock (_gate)\n    {\n        {|CONC1006:_x = new Counter()|};\n    }\n}")]
    [InlineData("private static Counter? s_x;\nprivate void Use(string name)\n{\n    lock (_gate)\n    {\n        if (s_x == null)\n            {|CONC1006:s_x = new Counter()|};\n    }\n}")]
    [InlineData("private readonly Lazy<Counter> _x = new(() => new Counter(), {|CONC1006:LazyThreadSafetyMode.None|});\nprivate void Use(string name) => _x.Value.Next();")]
    public Task A_lock_that_does_not_hold_both_is_reported(string members) => Verify.AnalyzerAsync(Type(members));

    [Fact]
    public Task A_flag_before_its_payload_is_reported() => Verify.AnalyzerAsync("""
        public sealed class C
        {
            private volatile bool _ready;
            private string? _text;

            public void Load(string path)
            {
                {|CONC1006:_ready = true|};
                _text = File.ReadAllText(path);
            }

            public int Length => _ready ? _text!.Length : 0;
        }
        """);

    [Fact]
    public Task A_flag_that_says_that_work_goes_on_is_not() => Verify.AnalyzerAsync("""
        public sealed class C
        {
            private volatile bool _running;
            private Thread? _thread;

            public void Start()
            {
                _running = true;
                _thread = new Thread(() =>
                {
                    while (_running)
                        Thread.Sleep(1);
                });
                _thread.Start();
            }

            public void Stop()
            {
                if (_running)
                {
                    _running = false;
                    _thread!.Join();
                }
            }
        }
        """);
}
