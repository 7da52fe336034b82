using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// Positions in a tree as the engine counts them: by the member they stand in and the distance from its start. An edit
/// in one member leaves the positions in all others as they were, and what was made of them stays good. The order is
/// that of the text. Cached per tree; immutable and thread-safe.
/// </summary>
internal sealed class SourceMap
{
    private const int OffsetBits = 17;
    private const int MaxMembers = (1 << (31 - OffsetBits)) - 1;

    private static readonly ConditionalWeakTable<SyntaxTree, SourceMap> s_maps = new();

    private readonly int[] _starts;
    private readonly bool[] _declares;
    private readonly SourceText _text;
    private readonly ulong _directives;
    private readonly ParseOptions _options;

    /// <summary>Members too many or too long to number: positions stay those of the text.</summary>
    private readonly bool _isPlain;

    private SourceMap(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        _options = tree.Options;
        _text = tree.GetText();
        var (starts, declares) = (new List<int> { 0 }, new List<bool> { false });
        if (root is CompilationUnitSyntax unit)
            Add(unit.Members, starts, declares);
        (_starts, _declares) = (starts.ToArray(), declares.ToArray());
        _isPlain = _starts.Length > MaxMembers;
        for (var i = 0; i < _starts.Length; i++)
            _isPlain |= EndOf(i) - _starts[i] >= 1 << OffsetBits;
        _directives = DeclarationDigest.Seed;
        for (var directive = root.ContainsDirectives ? root.GetFirstDirective() : null; directive is not null; directive = directive.GetNextDirective())
            _directives = DeclarationDigest.Mix(_directives, MemberAt(directive.SpanStart).ToString(System.Globalization.CultureInfo.InvariantCulture) + directive);
    }

    public static SourceMap Of(SyntaxTree tree) => s_maps.TryGetValue(tree, out var known) ? known : s_maps.GetValue(tree, static tree => new(tree));

    public TextSpan ToEngine(TextSpan span) => _isPlain ? span : span.IsEmpty ? new(ToEngine(span.Start), 0) : TextSpan.FromBounds(ToEngine(span.Start), ToEngine(span.End - 1) + 1);

    /// <summary>Back to the text; null where the position is of another version of it.</summary>
    public TextSpan? ToText(TextSpan span)
    {
        var start = ToText(span.Start);
        var last = span.IsEmpty ? start : ToText(span.End - 1);
        var end = span.IsEmpty ? last : last + 1;
        return start < 0 || last < start || end > _text.Length ? null : TextSpan.FromBounds(start, end);
    }

    /// <summary>The members in which another version of the same text differs; null where more than bodies may differ.</summary>
    public HashSet<int>? ChangedSince(SourceMap former)
    {
        if (_isPlain || former._isPlain || _starts.Length != former._starts.Length || _directives != former._directives || !_options.Equals(former._options))
            return null;
        var changed = new HashSet<int>();
        for (var i = 0; i < _starts.Length; i++)
        {
            if (SameText(former, i))
                continue;
            if (_declares[i] || former._declares[i])
                return null;
            changed.Add(i);
        }

        return changed;
    }

    /// <summary>The number of the member that a position of the text stands in.</summary>
    public int MemberAt(int position)
    {
        var found = Array.BinarySearch(_starts, position);
        return found >= 0 ? found : ~found - 1;
    }

    private int ToEngine(int position)
    {
        var member = MemberAt(position);
        return (member << OffsetBits) + position - _starts[member];
    }

    private int ToText(int position)
    {
        if (_isPlain)
            return position;
        var member = position >> OffsetBits;
        if (member >= _starts.Length)
            return -1;
        var text = _starts[member] + (position & ((1 << OffsetBits) - 1));
        return text < EndOf(member) ? text : -1;
    }

    private int EndOf(int member) => member + 1 < _starts.Length ? _starts[member + 1] : _text.Length + 1;

    private bool SameText(SourceMap former, int member)
    {
        var (start, length) = (_starts[member], EndOf(member) - _starts[member]);
        var there = former._starts[member];
        if (former.EndOf(member) - there != length)
            return false;
        for (var i = 0; i < length && start + i < _text.Length; i++)
            if (_text[start + i] != former._text[there + i])
                return false;
        return true;
    }

    /// <summary>What declares storage is told apart: others know where it stands and how it begins.</summary>
    private static void Add(SyntaxList<MemberDeclarationSyntax> members, List<int> starts, List<bool> declares)
    {
        var isAfterStatement = false;
        foreach (var member in members)
        {
            // The statements of a program are one member.
            var isStatement = member is GlobalStatementSyntax;
            if (!(isStatement && isAfterStatement) && member.FullSpan.Start > starts[starts.Count - 1])
            {
                starts.Add(member.FullSpan.Start);
                declares.Add(member is BaseFieldDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax);
            }
            else if (!isStatement)
            {
                declares[declares.Count - 1] = true;
            }

            isAfterStatement = isStatement;
            if (member is TypeDeclarationSyntax type)
                Add(type.Members, starts, declares);
            else if (member is BaseNamespaceDeclarationSyntax space)
                Add(space.Members, starts, declares);
        }
    }
}

internal static class SourceMaps
{
    /// <summary>Where a node stands, as the engine counts.</summary>
    public static TextSpan Spot(this SyntaxNode node) => SourceMap.Of(node.SyntaxTree).ToEngine(node.Span);

    /// <summary>Where a token stands, as the engine counts.</summary>
    public static TextSpan Spot(this SyntaxToken token) => SourceMap.Of(token.SyntaxTree!).ToEngine(token.Span);

    /// <summary>Where a declaration stands, as the engine counts.</summary>
    public static TextSpan Spot(this SyntaxReference reference) => SourceMap.Of(reference.SyntaxTree).ToEngine(reference.Span);
}
