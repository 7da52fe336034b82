using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>Our rules, run on one tree without the analyzer driver: they register one action each, on semantic models.</summary>
internal static class Rules
{
    private static readonly AnalyzerOptions s_options = new([]);

    private static readonly ImmutableArray<(DiagnosticAnalyzer Rule, Action<SemanticModelAnalysisContext> Action)> s_actions =
    [
        .. from type in Assembly.Load("ConcurrencyAnalyzers").GetTypes()
           where !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
           orderby type.FullName
           let rule = (DiagnosticAnalyzer)Activator.CreateInstance(type)!
           from action in Registrations.Of(rule)
           select (rule, action),
    ];

    /// <summary>What the rules that are on by default say of one tree.</summary>
    public static ImmutableArray<Diagnostic> Find(Compilation compilation, SyntaxTree tree)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var model = compilation.GetSemanticModel(tree);
#pragma warning disable CS0618 // Meant for the driver, which does for whole programs what we need for one tree.
        foreach (var (rule, action) in s_actions)
            action(new(model, s_options, found.Add, diagnostic => diagnostic.Descriptor.IsEnabledByDefault && rule.SupportedDiagnostics.Contains(diagnostic.Descriptor), CancellationToken.None));
#pragma warning restore CS0618
        return found.ToImmutable();
    }

    private sealed class Registrations : AnalysisContext
    {
        private readonly List<Action<SemanticModelAnalysisContext>> _actions = [];
        private bool _readsFiles;

        public static IEnumerable<Action<SemanticModelAnalysisContext>> Of(DiagnosticAnalyzer rule)
        {
            var context = new Registrations();
            rule.Initialize(context);
            return context._actions.Count > 0 || context._readsFiles ? context._actions : throw new NotSupportedException($"{rule.GetType().Name} does not work on semantic models.");
        }

        public override void EnableConcurrentExecution()
        {
        }

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode)
        {
        }

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => _actions.Add(action);

        /// <summary>Speaks of files that the user adds, not of code.</summary>
        public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) => _readsFiles = true;

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) => throw new NotSupportedException();

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => throw new NotSupportedException();

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => throw new NotSupportedException();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw new NotSupportedException();

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw new NotSupportedException();

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw new NotSupportedException();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw new NotSupportedException();
    }
}
