using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.Tests.Engine;

/// <summary>The facts and summaries of one small source, by member name.</summary>
internal sealed class Bodies
{
    private readonly ProgramIndex _program;
    private readonly SummaryTable _summaries;

    public Bodies(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "Test",
            [
                CSharpSyntaxTree.ParseText(source, options, "/0/Test0.cs"),
                CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;", options, "/0/Usings.cs"),
            ],
            ReferenceAssemblies.Default.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        _program = new(compilation, KnowledgeBase.Bcl, CancellationToken.None);
        _summaries = new(_program, CancellationToken.None);
    }

    public BodyFacts Of(string name) => _program.Relevant.SelectMany(_program.BodiesOf).First(body => body.DisplayName == name && !body.IsNested);

    public Summary SummaryOf(string name) => _summaries.Of(Of(name).Id)!;

    /// <summary>What the body does to the state of this name, in evaluation order.</summary>
    public ImmutableArray<Access> Accesses(string name, string state) =>
        [.. Of(name).Root.All().OfType<Access>().Where(access => access.Place is Value.Field { Facts.Name: var field } && field == state)];

    public IEnumerable<Effect> Effects(string name, string state) => SummaryOf(name).Effects.Where(effect => effect.Path.Storage?.Name == state);
}
