using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

/// <summary><c>[assembly: StrictConcurrency]</c>: more is reported, and as errors unless a configuration says otherwise.</summary>
public class StrictConcurrencyTests
{
    private const string Strict = "[assembly: ConcurrencyAnalyzers.StrictConcurrency]\n";

    private const string Race = """
        class C
        {
            private int _n;

            public Task RunAsync() => Task.WhenAll(Task.Run(() => {|#0:_n++|}), Task.Run(() => {|#1:_n++|}));
        }
        """;

    [Theory]
    [InlineData("", "", DiagnosticSeverity.Warning)]
    [InlineData(Strict, "", DiagnosticSeverity.Error)]
    [InlineData(Strict, "is_global = true\nglobal_level = -100\ndotnet_diagnostic.CONC1001.severity = default", DiagnosticSeverity.Error)]
    [InlineData(Strict, "is_global = true\ndotnet_diagnostic.CONC1001.severity = warning", DiagnosticSeverity.Warning)]
    public Task A_race_is_an_error_unless_configured(string prefix, string configuration, DiagnosticSeverity severity)
    {
        var test = new RuleTest { TestCode = prefix + Race };
        if (configuration.Length > 0)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", configuration));
        for (var i = 0; i < 2; i++)
            test.ExpectedDiagnostics.Add(new DiagnosticResult("CONC1001", severity).WithLocation(i).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    private const string Stale = """
        class C
        {
            private readonly object _gate = new();
            private readonly List<int> _items = [];
            private int _last;

            public int Last => {|#0:_last|};

            public int Count => {|#1:_items.Count|};

            public void Add(int item)
            {
                lock (_gate)
                {
                    _items.Add(item);
                    _last = item;
                }
            }

            public void Clear()
            {
                lock (_gate)
                {
                    _items.Clear();
                    _last = 0;
                }
            }
        }
        """;

    [Fact]
    public Task A_stale_word_is_accepted_by_default() => Verify.AnalyzerAsync(Stale);

    [Fact]
    public Task A_stale_word_is_not_accepted_strictly() => Verify.AnalyzerAsync(Strict + Stale, Error("CONC1002", 0), Error("CONC1002", 1));

    [Theory]
    [InlineData("private volatile int _last;", "_last", "_last = 1")]
    [InlineData("private int _last;", "Volatile.Read(ref _last)", "Volatile.Write(ref _last, 1)")]
    public Task A_word_with_an_order_is_accepted(string declaration, string read, string write) => Verify.SilentAsync($$"""
        {{Strict}}class C
        {
            {{declaration}}

            public int Last => {{read}};

            public Task StartAsync() => Task.Run(() => {{write}});
        }
        """);

    private const string Transfer = """
        class C
        {
            public async Task RunAsync(System.Net.Mail.MailMessage mail)
            {
                Task sending = Task.Run(() => {|#0:mail.Headers.Clear|}());
                {|#1:mail.Headers.Clear|}();
                await sending;
            }

            public async Task WaitAsync(System.Xml.Serialization.XmlSerializerNamespaces names)
            {
                await Task.Run(() => names.Add("a", "b"));
                names.Add("c", "d");
            }
        }
        """;

    [Fact]
    public Task Use_after_transfer_is_found_of_known_types() => Verify.AnalyzerAsync(Transfer, Warning("CONC1001", 0), Warning("CONC1001", 1));

    [Fact]
    public Task Use_after_transfer_is_found_of_unknown_types_strictly() => Verify.AnalyzerAsync(Strict + """
        class C
        {
            public async Task RunAsync(System.Xml.Serialization.XmlSerializerNamespaces names)
            {
                Task adding = Task.Run(() => {|#0:names.Add|}("a", "b"));
                {|#1:names.Add|}("c", "d");
                await adding;
                names.Add("e", "f");
            }
        }
        """, Error("CONC1001", 0), Error("CONC1001", 1));

    [Fact]
    public Task Use_after_transfer_of_unknown_types_is_accepted_by_default() => Verify.SilentAsync("""
        class C
        {
            public async Task RunAsync(System.Xml.Serialization.XmlSerializerNamespaces names)
            {
                Task adding = Task.Run(() => names.Add("a", "b"));
                names.Add("c", "d");
                await adding;
            }
        }
        """);

    private static DiagnosticResult Error(string id, int location) => new DiagnosticResult(id, DiagnosticSeverity.Error).WithLocation(location).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);

    private static DiagnosticResult Warning(string id, int location) => new DiagnosticResult(id, DiagnosticSeverity.Warning).WithLocation(location).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
