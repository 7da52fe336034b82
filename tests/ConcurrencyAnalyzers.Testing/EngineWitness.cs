using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>
/// Runs along with our analyzers to learn which compilation they saw, since the driver analyses a copy. The engine keeps
/// a failure to itself so that a user's build goes on; a test must not.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EngineWitness : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_never = new("TESTING", "Never reported", "Never reported", "Testing", DiagnosticSeverity.Warning, true);

    private Compilation? _compilation;
    private AnalyzerOptions? _options;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_never];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start => (_compilation, _options) = (start.Compilation, start.Options));
    }

    /// <summary>Why the engine gave up in the compilation that was analysed, or null.</summary>
    public Exception? Failure(CancellationToken cancellation) =>
        _compilation is null ? null : ConcurrencyModel.Of(_compilation).Findings(_compilation, _options, cancellation).Failure;
}
