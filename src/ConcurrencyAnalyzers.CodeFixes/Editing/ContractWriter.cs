using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>
/// Writes contracts that the code keeps already: which lock guards which field, which private methods rely on the locks
/// of their callers. From then on they are checked exactly, however the code changes.
/// </summary>
internal static class ContractWriter
{
    public const string Title = "Write down which lock guards which state";

    private const string Space = "ConcurrencyAnalyzers";

    /// <summary>The attributes for the members that are declared in this document; null where all is written.</summary>
    public static EditScript? Plan(SourceView source, IEnumerable<(string Attribute, string Lock, string MemberId)> contracts)
    {
        var wanted = contracts.ToLookup(contract => contract.MemberId);
        if (wanted.Count == 0 || !source.Targets.HaveType(Space + ".GuardedByAttribute") || !source.Targets.HaveType(Space + ".RequiresLockAttribute"))
            return null;

        var script = new EditScript(source, Title);
        foreach (var member in source.Root.DescendantNodes().OfType<MemberDeclarationSyntax>())
        {
            switch (member)
            {
                case FieldDeclarationSyntax field:
                    // One attribute stands for all names of a declaration.
                    var sets = field.Declaration.Variables.Select(variable => Missing(source.Model.GetDeclaredSymbol(variable), wanted).ToList()).ToList();
                    if (sets.All(set => set.SequenceEqual(sets[0])))
                        Write(script, field, sets[0], onOwnLine: false);
                    break;
                case PropertyDeclarationSyntax or MethodDeclarationSyntax:
                    Write(script, member, [.. Missing(source.Model.GetDeclaredSymbol(member), wanted)], onOwnLine: true);
                    break;
            }
        }

        return script.IsEmpty ? null : script;
    }

    private static IEnumerable<(string Attribute, string Lock)> Missing(ISymbol? symbol, ILookup<string, (string Attribute, string Lock, string MemberId)> wanted) =>
        symbol?.GetDocumentationCommentId() is not { } id ? [] : wanted[id]
            .Where(contract => !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == contract.Attribute + "Attribute"
                && (contract.Attribute == "GuardedBy" || attribute.ConstructorArguments is [{ Value: string name }, ..] && name == contract.Lock)))
            .Select(contract => (contract.Attribute, contract.Lock));

    private static void Write(EditScript script, MemberDeclarationSyntax member, List<(string Attribute, string Lock)> contracts, bool onOwnLine)
    {
        if (contracts.Count == 0)
            return;
        var layout = script.Source.Layout;

        // Behind other attributes; before a comment between those and the member would be odd, so before its first word.
        var first = member.AttributeLists.Count == 0 ? member.GetFirstToken() : member.AttributeLists.Last().GetLastToken().GetNextToken();
        var separator = onOwnLine && layout.StartsLine(first.SpanStart) ? layout.NewLine + layout.IndentAt(first.SpanStart) : " ";
        foreach (var (attribute, name) in contracts)
            script.Insert(first.SpanStart, "[" + NameOf(script, first.SpanStart, attribute) + "(" + (name == "this" ? "\"this\"" : "nameof(" + Escaped(name) + ")") + ")]" + separator);
    }

    private static string NameOf(EditScript script, int position, string attribute)
    {
        var name = Usings.Name(script, position, Space, attribute + "Attribute");
        return name.Substring(0, name.Length - "Attribute".Length);
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
