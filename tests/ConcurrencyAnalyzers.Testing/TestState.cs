using System.Collections;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>Files of a project: bare content gets the next default name (<c>/0/Test0.cs</c>, <c>/0/Test1.cs</c> …).</summary>
public sealed class SourceFileList(string prefix, string extension) : IEnumerable<(string FileName, string Content)>
{
    private readonly List<(string FileName, string Content)> _files = [];

    public int Count => _files.Count;
    public (string FileName, string Content) this[int index] { get => _files[index]; set => _files[index] = value; }

    public void Add(string content) => _files.Add(($"{prefix}{_files.Count}.{extension}", content));
    public void Add((string FileName, string Content) file) => _files.Add((file.FileName.StartsWith('/') ? file.FileName : "/0/" + file.FileName, file.Content));
    public void AddRange(IEnumerable<(string FileName, string Content)> files) { foreach (var file in files) Add(file); }

    public IEnumerator<(string FileName, string Content)> GetEnumerator() => _files.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The contents and settings of one project under test.</summary>
public class ProjectState
{
    public ProjectState(string name, string sourcePrefix)
    {
        Name = name;
        Sources = new(sourcePrefix, "cs");
    }

    public string Name { get; }
    public SourceFileList Sources { get; }

    /// <summary>Files outside the compilation that analyzers may read.</summary>
    public SourceFileList AdditionalFiles { get; } = new("/0/Additional", "txt");

    /// <summary><c>.editorconfig</c> and global config files; real ones, read as the compiler reads them.</summary>
    public SourceFileList AnalyzerConfigFiles { get; } = new("/0/Config", "editorconfig");

    /// <summary>MSBuild properties that analyzers see as <c>build_property.Name</c>.</summary>
    public Dictionary<string, string> BuildProperties { get; } = [];

    /// <summary>References beyond the reference assemblies.</summary>
    public List<MetadataReference> AdditionalReferences { get; } = [];

    /// <summary>Names of projects of the same test that this one references.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];

    /// <summary>Null: a console application where a source has top-level statements, otherwise a library.</summary>
    public OutputKind? OutputKind { get; set; }

    /// <summary>Null: those of the test.</summary>
    public ReferenceAssemblies? ReferenceAssemblies { get; set; }
}

/// <summary>The solution before or after: a main project (<c>TestProject</c>), perhaps others, and what is reported in them.</summary>
public sealed class SolutionState() : ProjectState(MainProject, "/0/Test")
{
    public const string MainProject = "TestProject";

    /// <summary>Diagnostics that are expected besides those the markup names.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Other projects by name; made when first asked for.</summary>
    public ProjectCollection AdditionalProjects { get; } = new();

    public MarkupOptions MarkupOptions { get; set; }

    internal IEnumerable<ProjectState> Projects => [this, .. AdditionalProjects.Values];

    public sealed class ProjectCollection : IEnumerable<KeyValuePair<string, ProjectState>>
    {
        private readonly SortedDictionary<string, ProjectState> _projects = new(StringComparer.Ordinal);

        public IEnumerable<ProjectState> Values => _projects.Values;

        public ProjectState this[string name] => _projects.TryGetValue(name, out var project)
            ? project
            : _projects[name] = new(name, $"/{name}/Test");

        public IEnumerator<KeyValuePair<string, ProjectState>> GetEnumerator() => _projects.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
