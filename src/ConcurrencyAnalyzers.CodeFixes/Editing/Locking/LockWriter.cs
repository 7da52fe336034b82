using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>Writes locked regions, and keeps alive what is declared inside one and used behind it.</summary>
internal sealed class LockWriter(EditScript script, Gate gate, IReadOnlyList<StateAccess> accesses)
{
    private readonly Dictionary<SyntaxNode, HashSet<string>> _names = [];

    public EditScript Script => script;

    public IReadOnlyList<StateAccess> Accesses => accesses;

    /// <summary>A region holds states of two objects, of which it could take only one's gate.</summary>
    public bool IsTorn { get; private set; }

    private SourceView Source => script.Source;

    private Layout Layout => script.Source.Layout;

    /// <summary>How the code of the span is put under the gate.</summary>
    public Region Region(StateAccess access, TextSpan span)
    {
        script.HoldsForeignCode |= access.Reference.Ancestors().First(node => node.Span.Contains(span)) is var around
            && Work.Own(around).Any(node => span.Contains(node.Span) && Work.IsForeign(Source.Model, node));
        NoteTorn(access, span);
        return gate.Region(access, accesses.Any(inside => inside.Writes && span.Contains(inside.Reference.Span)));
    }

    /// <summary>A name that neither the member nor this script uses.</summary>
    public string NewName(SyntaxNode place, string wanted)
    {
        var scope = GateNames.ScopeOf(place);
        if (!_names.TryGetValue(scope, out var taken))
            _names.Add(scope, taken = []);
        var name = GateNames.ForLocal(place, wanted, taken);
        taken.Add(name);
        return name;
    }

    /// <summary>Puts the statements under the lock; false, and nothing written, when what they declare cannot leave the region.</summary>
    public bool Wrap(StatementList list, int first, int last, StateAccess access)
    {
        if (Replaces(list, first, last, access))
            return true;
        var region = Region(access, TextSpan.FromBounds(list[first].SpanStart, list[last].Span.End));
        if (HasDirectives(list, first, last) || Declarations(list, first, last) is not { } declarations || declarations.Count > 0 && !HasRoom(list, first))
            return false;

        var start = list[first].SpanStart;
        foreach (var declaration in declarations)
            script.Replace(declaration.Away, "");

        if (Layout.OwnLines(list[first], list[last]))
        {
            var indent = script.IndentAt(start);
            var end = Layout.EndOfLine(list[last])!.Value;
            script.Insert(start, string.Concat(declarations.Select(declaration => declaration.Text + Layout.NewLine + indent)) + region.Open(Layout, indent));
            script.Shift(TextSpan.FromBounds(start, end));
            script.Insert(end, region.Close(Layout, indent));
            if (list.IsEmbedded)
                Placement.Embrace(script, list[first]);
        }
        else
        {
            script.Insert(start, string.Concat(declarations.Select(declaration => declaration.Text + " ")) + region.OpenLine());
            script.Insert(list[last].Span.End, region.CloseLine());
        }

        return true;
    }

    /// <summary>A brace on one side of an #if and its partner on the other would break the code under other symbols.</summary>
    private static bool HasDirectives(StatementList list, int first, int last)
    {
        var region = TextSpan.FromBounds(list[first].SpanStart, list[last].Span.End);
        return list.Skip(first).Take(last - first + 1).Any(statement => statement.ContainsDirectives
            && statement.DescendantTrivia().Any(trivia => trivia.IsDirective && region.Contains(trivia.Span)));
    }

    /// <summary>Whether further statements can stand beside this one, at the price of braces at most.</summary>
    public bool HasRoom(StatementList list, int index) => !list.IsEmbedded || Placement.CanEmbrace(Layout, list[index]);

    /// <summary>
    /// A lock on another object that covers nothing but this state protects nothing else: it is given the right object
    /// instead of a second lock inside.
    /// </summary>
    private bool Replaces(StatementList list, int first, int last, StateAccess access)
    {
        if (!gate.IsMonitor || list[first].Parent is not BlockSyntax { Parent: LockStatementSyntax wrong } block || first != 0 || last != block.Statements.Count - 1)
            return false;

        foreach (var node in Work.Own(wrong.Statement))
        {
            if (Work.IsForeign(Source.Model, node) || node is LockStatementSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
                && Source.Model.GetSymbolInfo(node).Symbol is { } member && !IsState(member))
                return false;
            if (node is IdentifierNameSyntax name && Source.Model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol
                && Source.Model.GetSymbolInfo(name).Symbol is { } touched && !IsState(touched) && touched.ContainingType?.Locations.Any(place => place.IsInSource) == true)
                return false;
        }

        NoteTorn(access, wrong.Span);
        script.Replace(wrong.Expression.Span, gate.For(access));
        return true;
    }

    private void NoteTorn(StateAccess access, TextSpan span) => IsTorn |= accesses.Any(inside => span.Contains(inside.Reference.Span) && gate.For(inside) != gate.For(access));

    private bool IsState(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, accesses[0].Symbol.OriginalDefinition);

    /// <summary>The declarations that have to stand before the region; null when one cannot.</summary>
    public List<Outliving>? Declarations(StatementList list, int first, int last) => Outliving.Of(Source, list, first, last);
}
