using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>Gives a project our source generators, so that test sources may use the contract attributes as users do.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    public static GeneratorReference Instance { get; } = new();

    private readonly ImmutableArray<ISourceGenerator> _generators =
    [
        .. Product.AnalyzerAssembly.GetTypes()
            .Where(type => type.IsDefined(typeof(GeneratorAttribute), inherit: false))
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()),
    ];

    public override string? FullPath => null;
    public override object Id => this;
    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];
    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];
    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
