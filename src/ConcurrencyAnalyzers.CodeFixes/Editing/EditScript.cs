using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>
/// A set of text edits against one version of a document. Unlike replaced syntax nodes it keeps every character that
/// it does not name, and it can tell where a span of the old text is in the new one.
/// </summary>
internal sealed class EditScript(SourceView source, string title)
{
    private readonly List<Edit> _edits = [];
    private readonly List<TextSpan> _shifted = [];
    private readonly List<TextSpan> _settled = [];
    private readonly List<(TextSpan From, Edit Into, int Offset)> _moves = [];
    private List<Edit>? _ordered;
    private int _orderedCount;

    public bool IsEmpty => _edits.Count == 0;

    public SourceView Source => source;

    /// <summary>What the edits do, as the light bulb says it: an imperative.</summary>
    public string Title => title;

    /// <summary>Whether code outside the edited members sees a difference.</summary>
    public bool ChangesSignatures { get; set; }

    /// <summary>Whether a new region holds code that others wrote, so that its lock is none to share.</summary>
    public bool HoldsForeignCode { get; set; }

    /// <summary>One script of several against the same text.</summary>
    public static EditScript Join(IReadOnlyList<EditScript> scripts)
    {
        var joined = new EditScript(scripts[0].Source, scripts[0].Title)
        {
            ChangesSignatures = scripts.Any(script => script.ChangesSignatures),
            HoldsForeignCode = scripts.Any(script => script.HoldsForeignCode),
        };
        foreach (var script in scripts)
        {
            var first = joined._edits.Count;
            joined._edits.AddRange(script._edits.Select(edit => edit with { Order = first + edit.Order }));
            joined._moves.AddRange(script._moves.Select(move => (move.From, move.Into with { Order = first + move.Into.Order }, move.Offset)));
            joined._shifted.AddRange(script._shifted);
            joined._settled.AddRange(script._settled);
            joined.Imported.UnionWith(script.Imported);
        }

        return joined;
    }

    /// <summary>The places of the edits in the old text.</summary>
    public IEnumerable<TextSpan> Touched => _edits.Select(edit => edit.Span);

    /// <summary>The namespaces for which this script adds a using directive.</summary>
    public HashSet<string> Imported { get; } = [];

    /// <summary>Places of other states in the old text that the edits take care of as well: their findings are done with.</summary>
    public IReadOnlyList<TextSpan> Settled => _settled;

    public void Settle(TextSpan span) => _settled.Add(span);

    /// <summary>Inserts text; several insertions at one place keep the order of the calls.</summary>
    public void Insert(int position, string text) => Replace(new TextSpan(position, 0), text);

    public void Replace(TextSpan span, string text)
    {
        if (span.Length > 0 || text.Length > 0)
            _edits.Add(new(span, text, _edits.Count, IsBlanks: false));
    }

    /// <summary>Inserts text that holds a copy of a span which is taken away elsewhere, so that findings inside it follow.</summary>
    public void InsertMoved(int position, string before, TextSpan moved, string after)
    {
        var edit = new Edit(new(position, 0), before + source.Text.ToString(moved) + after, _edits.Count, IsBlanks: false);
        _edits.Add(edit);
        _moves.Add((moved, edit, before.Length));
    }

    /// <summary>Indents all lines that begin inside the span by one more step, or by several.</summary>
    public void Shift(TextSpan span, int steps = 1)
    {
        _shifted.Add(span);
        var blanks = string.Concat(Enumerable.Repeat(source.Layout.Unit, steps));
        foreach (var start in source.Layout.LineStarts(span))
            _edits.Add(new(new(start, 0), blanks, _edits.Count, IsBlanks: true));
    }

    /// <summary>Takes one step of indentation from all lines of the span, the first included.</summary>
    public void Outdent(TextSpan span)
    {
        var unit = source.Layout.Unit;
        var first = source.Text.Lines.GetLineFromPosition(span.Start).Start;
        foreach (var start in source.Layout.LineStarts(span).Concat([first]))
        {
            if (source.Layout.IndentAt(start).StartsWith(unit, StringComparison.Ordinal))
                _edits.Add(new(new(start, unit.Length), "", _edits.Count, IsBlanks: false));
        }
    }

    /// <summary>The indentation that the line of the position will have.</summary>
    public string IndentAt(int position)
    {
        var line = source.Text.Lines.GetLineFromPosition(position).Start;
        var steps = _shifted.Count(span => line > span.Start && line <= span.End);
        return source.Layout.IndentAt(position) + string.Concat(Enumerable.Repeat(source.Layout.Unit, steps));
    }

    /// <summary>The text after all edits, or null when two edits are in each other's way.</summary>
    public SourceText? Apply()
    {
        var ordered = Ordered();
        for (var index = 1; index < ordered.Count; index++)
        {
            if (ordered[index].Span.Start < ordered[index - 1].Span.End)
                return null;
        }

        // Insertions at one place become one change: a change list must not hold two changes with the same start.
        var changes = new List<TextChange>();
        foreach (var edit in ordered)
        {
            if (changes.Count > 0 && changes[changes.Count - 1].Span is var last && last.End == edit.Span.Start && last.Start == edit.Span.Start)
                changes[changes.Count - 1] = new(edit.Span, changes[changes.Count - 1].NewText + edit.Text);
            else
                changes.Add(new(edit.Span, edit.Text));
        }

        return source.Text.WithChanges(changes);
    }

    /// <summary>Where the span is after the edits; a span that was taken away becomes an empty one.</summary>
    public TextSpan Map(TextSpan span)
    {
        foreach (var (from, into, offset) in _moves)
        {
            if (from.Contains(span))
                return new(StartOf(into) + offset + span.Start - from.Start, span.Length);
        }

        var start = Map(span.Start, isEnd: false);
        return TextSpan.FromBounds(start, Math.Max(start, Map(span.End, isEnd: true)));
    }

    /// <summary>Where the text that was put in is in the new text.</summary>
    public IReadOnlyList<TextSpan> Inserted()
    {
        var inserted = new List<TextSpan>();
        var moved = 0;
        foreach (var edit in Ordered())
        {
            inserted.Add(new(edit.Span.Start + moved, edit.Text.Length));
            moved += edit.Text.Length - edit.Span.Length;
        }

        return inserted;
    }

    private int Map(int position, bool isEnd)
    {
        var moved = position;
        foreach (var edit in Ordered())
        {
            // An insertion right behind a span is not part of it; one right before its start pushes it on.
            var before = isEnd ? edit.Span.Start < position : edit.Span.Start <= position;
            if (!before)
                continue;
            if (edit.Span.End <= position)
                moved += edit.Text.Length - edit.Span.Length;
            else
                moved -= position - edit.Span.Start;
        }

        return moved;
    }

    private int StartOf(Edit wanted)
    {
        var moved = wanted.Span.Start;
        foreach (var edit in Ordered())
        {
            if (edit == wanted)
                break;
            moved += edit.Text.Length - edit.Span.Length;
        }

        return moved;
    }

    /// <summary>In the order of the text; lines that are taken away as a whole need no indentation.</summary>
    private List<Edit> Ordered()
    {
        if (_ordered is not null && _orderedCount == _edits.Count)
            return _ordered;
        var ordered = new List<Edit>(_edits.Count);
        var end = 0;
        foreach (var edit in _edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.Length > 0).ThenBy(edit => edit.Order))
        {
            if (!edit.IsBlanks || edit.Span.Start >= end)
                ordered.Add(edit);
            end = Math.Max(end, edit.Span.End);
        }

        _orderedCount = _edits.Count;
        return _ordered = ordered;
    }

    private sealed record Edit(TextSpan Span, string Text, int Order, bool IsBlanks);
}
