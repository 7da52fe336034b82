using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Ide;

/// <summary>A live diagnostic as the editor shows it.</summary>
internal sealed record Squiggle(string Id, string Message, LinePositionSpan Span);

/// <summary>An entry of the light bulb's menu.</summary>
internal sealed record LightBulbEntry(string Provider, string Title, CodeAction Action);

/// <summary>
/// An editor without a window: a workspace with our two assemblies as analyzer references, and the engine's own
/// diagnostic and code-fix services. These are internal to Roslyn and reached by reflection, by the names they have in the SDK.
/// </summary>
internal sealed class Editor : IDisposable
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private readonly Assembly _features = IdeAssemblies.Load("Microsoft.CodeAnalysis.Features");
    private readonly MefHostServices _host;
    private readonly AdhocWorkspace _workspace;

    public Editor(params (string Name, string Text)[] files)
    {
        _host = MefHostServices.Create(
        [
            IdeAssemblies.Load("Microsoft.CodeAnalysis.Workspaces"),
            IdeAssemblies.Load("Microsoft.CodeAnalysis.CSharp.Workspaces"),
            _features,
            IdeAssemblies.Load("Microsoft.CodeAnalysis.CSharp.Features"),
        ]);
        _workspace = new(_host);

        var id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(
            id, VersionStamp.Default, "App", "App", LanguageNames.CSharp, "/App/App.csproj",
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: References(),
            analyzerReferences: new[] { "ConcurrencyAnalyzers.dll", "ConcurrencyAnalyzers.CodeFixes.dll" }
                .Select(file => new AnalyzerFileReference(Path.Combine(AppContext.BaseDirectory, file), new Loader())));
        var solution = _workspace.CurrentSolution.AddProject(project);
        foreach (var (name, text) in files)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), name, SourceText.From(text), filePath: "/App/" + name);
        if (!_workspace.TryApplyChanges(solution))
            throw new InvalidOperationException("The workspace refuses the solution.");
    }

    public Document Document(string name) => _workspace.CurrentSolution.Projects.Single().Documents.Single(document => document.Name == name);

    public string Text(string name) => Document(name).GetTextAsync().Result.ToString();

    /// <summary>Types into a document: the first occurrence of a text becomes another.</summary>
    public void Replace(string name, string text, string by)
    {
        var document = Document(name);
        var old = document.GetTextAsync().Result;
        var at = old.ToString().IndexOf(text, StringComparison.Ordinal);
        Apply(document.Project.Solution.WithDocumentText(document.Id, old.WithChanges(new TextChange(new(at, text.Length), by))));
    }

    /// <summary>The live diagnostics of one document, our own only.</summary>
    public async Task<IReadOnlyList<Squiggle>> SquigglesAsync(string name)
    {
        var contract = Type("Microsoft.CodeAnalysis.Diagnostics.IDiagnosticAnalyzerService", _features);
        var service = typeof(Microsoft.CodeAnalysis.Host.HostWorkspaceServices).GetMethod("GetService")!.MakeGenericMethod(contract).Invoke(_workspace.Services, null)!;
        var filter = Type("Microsoft.CodeAnalysis.Diagnostics.DiagnosticIdFilter").GetField("All", Any)!.GetValue(null);
        var kind = Enum.Parse(Type("Microsoft.CodeAnalysis.Diagnostics.DiagnosticKind"), "All");
        var found = await ResultAsync(Call(contract, service, "GetDiagnosticsForSpanAsync", Document(name), null, filter, null, kind, CancellationToken.None));
        return
        [
            .. ((IEnumerable)found).Cast<object>()
                .Select(data => new Squiggle((string)Get(data, "Id")!, (string)Get(data, "Message")!, ((FileLinePositionSpan)Get(Get(data, "DataLocation")!, "UnmappedFileSpan")!).Span))
                .Where(squiggle => !squiggle.Id.StartsWith("CS", StringComparison.Ordinal) && !squiggle.Id.StartsWith("IDE", StringComparison.Ordinal))
                .OrderBy(squiggle => squiggle.Span.Start),
        ];
    }

    /// <summary>What the light bulb offers where a text first occurs, the engine's own entries (suppress, configure) included.</summary>
    public async Task<IReadOnlyList<LightBulbEntry>> LightBulbAsync(string name, string at)
    {
        var (contract, service) = CodeFixService();
        var place = new TextSpan(Text(name).IndexOf(at, StringComparison.Ordinal), at.Length);
        var stream = Call(contract, service, "StreamFixesAsync", Document(name), place, null, CancellationToken.None);
        var entries = new List<LightBulbEntry>();
        await foreach (var collection in (IAsyncEnumerable<object>)stream)
        {
            foreach (var fix in ((IEnumerable)Get(collection, "Fixes")!).Cast<object>())
            {
                var action = (CodeAction)Get(fix, "Action")!;
                entries.Add(new(Get(collection, "Provider")!.GetType().Name, action.Title, action));
            }
        }

        return entries;
    }

    /// <summary>Carries an action out, as a click on it does.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(CancellationToken.None))
            operation.Apply(_workspace, CancellationToken.None);
    }

    /// <summary>Fixes all findings of one id in a document, as code clean-up does.</summary>
    public async Task FixAllAsync(string name, string id)
    {
        var (contract, service) = CodeFixService();
        var changed = (Document)await ResultAsync(Call(
            contract, service, "ApplyCodeFixesForSpecificDiagnosticIdAsync", Document(name), null, id, DiagnosticSeverity.Hidden, new Progress<CodeAnalysisProgress>(), CancellationToken.None));
        Apply(changed.Project.Solution);
    }

    public void Dispose() => _workspace.Dispose();

    private void Apply(Solution solution)
    {
        if (!_workspace.TryApplyChanges(solution))
            throw new InvalidOperationException("The workspace refuses the change.");
    }

    private (Type Contract, object Service) CodeFixService()
    {
        var contract = Type("Microsoft.CodeAnalysis.CodeFixes.ICodeFixService", _features);
        var exports = Type("Microsoft.CodeAnalysis.Host.Mef.IMefHostExportProvider").GetMethods()
            .Single(method => method.Name == "GetExports" && method.GetGenericArguments().Length == 1);
        var lazy = ((IEnumerable)exports.MakeGenericMethod(contract).Invoke(_host, null)!).Cast<object>().Single();
        return (contract, Get(lazy, "Value")!);
    }

    private static Type Type(string name, Assembly? assembly = null) => (assembly ?? typeof(Workspace).Assembly).GetType(name, throwOnError: true)!;

    private static object Call(Type contract, object target, string method, params object?[] arguments) =>
        contract.GetMethod(method, Any)!.Invoke(target, arguments)!;

    private static object? Get(object target, string member)
    {
        for (var type = target.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetProperty(member, Any | BindingFlags.DeclaredOnly) is { } property)
                return property.GetValue(target);
            if (type.GetField(member, Any | BindingFlags.DeclaredOnly) is { } field)
                return field.GetValue(target);
        }

        throw new MissingMemberException(target.GetType().FullName, member);
    }

    private static async Task<object> ResultAsync(object task)
    {
        await (Task)task;
        return Get(task, "Result")!;
    }

    private static IEnumerable<MetadataReference> References()
    {
        var pack = Directory.GetDirectories(Path.Combine(IdeAssemblies.ReferencePacks, "Microsoft.NETCore.App.Ref"))
            .Select(folder => Path.Combine(folder, "ref", "net10.0")).Last(Directory.Exists);
        return Directory.GetFiles(pack, "*.dll").Select(file => MetadataReference.CreateFromFile(file));
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => System.Runtime.Loader.AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }
}
