using ConcurrencyAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// The next findings that can be fixed together: of each type those up to the first whose edits depend on what the ones before
/// it do. A fix sees the lock fields and the names of its type and the code of the members that it edits.
/// </summary>
internal sealed class FixBatch
{
    private readonly Dictionary<SyntaxNode, Edited> _edited = [];
    private readonly HashSet<SyntaxNode> _closed = [];

    private FixBatch()
    {
    }

    public List<Finding> Taken { get; } = [];

    public List<EditScript> Scripts { get; } = [];

    /// <summary>Nothing is to be done for these.</summary>
    public HashSet<Finding> Void { get; } = [];

    /// <summary>Edits that go together, for a number of findings.</summary>
    internal sealed record Edits(EditScript Script, int Count);

    /// <summary>What is edited of a type: as a whole, by a new field, or some of its members.</summary>
    private sealed record Edited(bool IsWide, HashSet<SyntaxNode> Members);

    /// <param name="most">How many at most.</param>
    public static FixBatch Of(SourceView source, IReadOnlyList<Finding> findings, int most, Func<SourceView, Finding, IEnumerable<EditScript>> scripts)
    {
        var batch = new FixBatch();
        foreach (var finding in findings)
        {
            if (batch.Scripts.Count == most)
                break;
            var home = ZoneAt(source.Root, finding.Span.Start);
            if (batch._closed.Contains(home))
                continue;

            // If those edits turn out not to compile, others take their place, which may leave this one.
            if (batch.Scripts.Any(finding.IsSettledBy))
                continue;

            // Nothing to do here today may be something to do behind what is done to the type before.
            var script = scripts(source, finding).FirstOrDefault(IsEdit);
            if (script is null ? batch._edited.ContainsKey(home) : !batch.TryAdd(source, finding, script))
                batch._closed.Add(home);
            else if (script is null)
                batch.Void.Add(finding);
            else if (script.ChangesSignatures)
                break;
        }

        return batch;
    }

    public static bool IsEdit(EditScript script) => !script.IsEmpty && script.Apply() is { } text && !text.ContentEquals(script.Source.Text);

    public Edits Joined() => new(Scripts.Count == 1 ? Scripts[0] : EditScript.Join(Scripts), Scripts.Count);

    private bool TryAdd(SourceView source, Finding finding, EditScript script)
    {
        if (script.ChangesSignatures && Scripts.Count > 0)
            return false;
        var reach = new Dictionary<SyntaxNode, Edited>();
        foreach (var position in script.Touched.SelectMany(static span => new[] { span.Start, span.End }).Distinct())
        {
            var zone = ZoneAt(source.Root, position);
            var member = CompileCheck.MemberAt(source.Root, position);
            if (!reach.TryGetValue(zone, out var edited))
                reach.Add(zone, edited = new(script.HoldsForeignCode, []));
            if (member is null or BaseFieldDeclarationSyntax)
                reach[zone] = edited with { IsWide = true };
            else
                edited.Members.Add(member);
        }

        if (reach.Any(pair => _edited.TryGetValue(pair.Key, out var before) && (before.IsWide || pair.Value.IsWide || before.Members.Overlaps(pair.Value.Members))))
            return false;
        foreach (var pair in reach)
        {
            if (_edited.TryGetValue(pair.Key, out var before))
                before.Members.UnionWith(pair.Value.Members);
            else
                _edited.Add(pair.Key, pair.Value);
            if (pair.Value.IsWide && pair.Key is not CompilationUnitSyntax)
                _closed.Add(pair.Key);
        }

        Taken.Add(finding);
        Scripts.Add(script);
        return true;
    }

    /// <summary>The outermost type around the position, or the file.</summary>
    private static SyntaxNode ZoneAt(SyntaxNode root, int position) =>
        root.FindToken(Math.Min(position, Math.Max(0, root.FullSpan.End - 1))).Parent?.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() ?? root;
}
