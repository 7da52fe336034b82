using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>What our rules say of a project as it is, one finding a line.</summary>
internal static class FindingList
{
    public static void Print(TextWriter output, CapturedProject project)
    {
        var findings = project.Trees.SelectMany(tree => Rules.Find(project.Compilation, tree)).ToArray();
        if (ConcurrencyModel.Of(project.Compilation).Findings(project.Compilation, null, CancellationToken.None).Failure is { } failure)
            Console.Error.WriteLine($"{project.Name}: the engine failed: {failure}");
        foreach (var finding in findings)
        {
            var place = finding.Location.GetLineSpan();
            output.WriteLine(string.Join('\t', project.Name, finding.Id, finding.Properties.GetValueOrDefault("conc.tier") ?? "-", MemberOf(finding.Location), $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1})", finding.GetMessage(), Way(finding, FixFacts.HereTrace), Way(finding, FixFacts.ThereTrace)));
        }

        output.Flush();
    }

    /// <summary>How a side of the finding gets to its access, from the start of its flow through the calls.</summary>
    private static string Way(Diagnostic finding, string side) => finding.Properties.GetValueOrDefault(side) ?? "";

    /// <summary>Type and member, without parameters.</summary>
    private static string MemberOf(Location location)
    {
        var node = location.SourceTree!.GetRoot().FindNode(location.SourceSpan);
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static part => part is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            EventDeclarationSyntax @event => @event.Identifier.ValueText,
            BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
            ConstructorDeclarationSyntax => "constructor",
            IndexerDeclarationSyntax => "this[]",
            _ => member?.Kind().ToString() ?? "",
        };
        return node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText + "." + name;
    }
}
