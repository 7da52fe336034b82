using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.Tests.Engine;

public class LifetimesTests
{
    private const string Types = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Hosting;
        interface IStore { }
        class Store : IStore { public Store(int size = 1) { } }
        class One(IStore store) : BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) => Task.FromResult(store); }
        class Two(Helper helper) : BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) => Task.FromResult(helper); }
        class Helper(Lazy<IStore> store) { public object Get() => store; }

        """;

    [Theory]
    [InlineData("services.AddSingleton<IStore, Store>()", nameof(Lifetime.Singleton), "IStore", "Store")]
    [InlineData("services.AddSingleton<Store>()", nameof(Lifetime.Singleton), "Store", "Store")]
    [InlineData("services.AddSingleton<IStore>(new Store())", nameof(Lifetime.Singleton), "IStore", "Store")]
    [InlineData("services.AddSingleton(new Store(2))", nameof(Lifetime.Singleton), "Store", "Store")]
    [InlineData("services.AddSingleton<IStore>(_ => new Store())", nameof(Lifetime.Singleton), "IStore", "Store")]
    [InlineData("services.AddSingleton<IStore>(_ => { var made = new Store(); return made; })", nameof(Lifetime.Singleton), "IStore", "Store")]
    [InlineData("services.AddSingleton<IStore>(provider => provider.GetRequiredService<Store>())", nameof(Lifetime.Singleton), "IStore", "Store")]
    [InlineData("services.AddSingleton(typeof(IStore), typeof(Store))", nameof(Lifetime.Singleton), "IStore", "Store")]
    [InlineData("services.AddKeyedSingleton<IStore, Store>(\"key\")", nameof(Lifetime.Singleton), "IStore", "Store")]
    [InlineData("services.TryAddSingleton<IStore, Store>()", nameof(Lifetime.Singleton), "IStore", "Store")]
    [InlineData("services.AddScoped<IStore, Store>()", nameof(Lifetime.Scoped), "IStore", "Store")]
    [InlineData("services.TryAddTransient<Store>()", nameof(Lifetime.Transient), "Store", "Store")]
    public void A_registration_says_what_lives_how_long(string call, string lifetime, string service, string implementation) =>
        Assert.Equal([new Registration(Enum.Parse<Lifetime>(lifetime), "T:" + service, "T:" + implementation)], Read($"class Setup {{ void Add(IServiceCollection services) => {call}; }}").Registrations);

    [Theory]
    [InlineData("", OutputKind.DynamicallyLinkedLibrary, "One Two")]
    [InlineData("class Program { static void Main() { } }", OutputKind.ConsoleApplication, "One Two")]
    [InlineData("class Endpoints { void Map(WebApplication app) => app.MapGet(\"/\", (IStore store) => 1); }", OutputKind.DynamicallyLinkedLibrary, "One Two requests")]
    public void A_singleton_is_shared_by_whoever_asks_for_it(string more, OutputKind kind, string sharers) =>
        Assert.Equal(sharers, string.Join(' ', Sharers("class Setup { void Add(IServiceCollection services) => services.AddSingleton<IStore, Store>(); }" + more, kind, "Store")));

    [Theory]
    [InlineData("class Program { static void Main() { } }", OutputKind.ConsoleApplication, "")]
    [InlineData("", OutputKind.DynamicallyLinkedLibrary, "requests")]
    public void Where_nobody_is_seen_to_ask_only_servers_share(string more, OutputKind kind, string sharers) =>
        Assert.Equal(sharers, string.Join(' ', Sharers("class Alone { } class Setup { void Add(IServiceCollection services) => services.AddSingleton<Alone>(); }" + more, kind, "Alone")));

    private static IEnumerable<string> Sharers(string source, OutputKind kind, string type)
    {
        var program = Read(source, kind);
        return new Lifetimes(program).SharersOf(program.Type("T:" + type)!);
    }

    private static ProgramIndex Read(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var compilation = CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText(Types + source, new CSharpParseOptions(LanguageVersion.Preview), "/0/Test0.cs")],
            ReferenceAssemblies.Net.AspNet100.References, new CSharpCompilationOptions(kind));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(compilation, KnowledgeBase.Bcl, CancellationToken.None);
    }
}
