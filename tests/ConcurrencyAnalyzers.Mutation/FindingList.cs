using ConcurrencyAnalyzers.Engine;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>What our rules say of a project as it is, one finding a line.</summary>
internal static class FindingList
{
    public static void Print(TextWriter output, CapturedProject project)
    {
        var findings = project.Trees.SelectMany(tree => Rules.Find(project.Compilation, tree)).ToArray();
        if (ConcurrencyModel.Of(project.Compilation).Findings(project.Compilation, CancellationToken.None).Failure is { } failure)
            Console.Error.WriteLine($"{project.Name}: the engine failed: {failure}");
        foreach (var finding in findings)
        {
            var place = finding.Location.GetLineSpan();
            output.WriteLine(string.Join('\t', project.Name, finding.Id, finding.Properties.GetValueOrDefault("conc.tier") ?? "-", $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1})", finding.GetMessage()));
        }

        output.Flush();
    }
}
