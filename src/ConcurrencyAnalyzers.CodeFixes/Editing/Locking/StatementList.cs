using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>Statements in a row, wherever C# has them: blocks, switch sections, top-level code; or one alone, as in <c>if (x) y();</c>.</summary>
internal sealed class StatementList : IEnumerable<StatementSyntax>
{
    private readonly List<StatementSyntax> _statements;

    private StatementList(IEnumerable<StatementSyntax> statements, bool isEmbedded)
    {
        _statements = [.. statements];
        IsEmbedded = isEmbedded;
    }

    /// <summary>There is room for one statement only; a second one would need braces.</summary>
    public bool IsEmbedded { get; }

    public int Count => _statements.Count;

    public StatementSyntax this[int index] => _statements[index];

    public static StatementList Of(SyntaxList<StatementSyntax> statements) => new(statements, isEmbedded: false);

    public static StatementList Of(StatementSyntax statement) =>
        statement is BlockSyntax block ? Of(block.Statements) : new([statement], isEmbedded: true);

    public static StatementList Around(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => Of(block.Statements),
        SwitchSectionSyntax section => Of(section.Statements),
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => new(unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement), isEmbedded: false),
        _ => new([statement], isEmbedded: true),
    };

    public int FindIndex(Predicate<StatementSyntax> predicate) => _statements.FindIndex(predicate);

    public IEnumerator<StatementSyntax> GetEnumerator() => _statements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
