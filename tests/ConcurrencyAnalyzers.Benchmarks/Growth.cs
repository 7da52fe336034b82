using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>Whether our time grows with the code, or faster: the same code once, twice and four times in one compilation.</summary>
internal static class Growth
{
    public static void Print(Project project, int rounds, TextWriter output)
    {
        var compilation = project.Load();
        var table = new Table("growth: " + project.Name, "copies", "lines", "ms", "ms / copy", "MiB allocated / copy");
        foreach (var copies in (int[])[1, 2, 4])
        {
            var (times, bytes) = (new List<double>(), 0.0);
            for (var round = 0; round <= rounds; round++)
            {
                // Trees of its own for every round, and the compiler's share left out: bodies are bound beforehand.
                var many = Copies(compilation, copies);
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var clock = Stopwatch.StartNew();
                Session.All(many);
                if (round > 0)
                    times.Add(clock.Elapsed.TotalMilliseconds);
                bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
            }

            var time = Numbers.Median(times);
            table.Add(copies.ToString(), Project.Lines(Copies(compilation, copies)).ToString(), time.ToString("0"), (time / copies).ToString("0"), (bytes / copies / 1024 / 1024).ToString("0"));
        }

        table.Write(output);
    }

    /// <summary>Every copy but the first under namespaces and global types of its own.</summary>
    public static CSharpCompilation Copies(CSharpCompilation compilation, int copies)
    {
        var names = OwnNames(compilation);
        var trees = new List<SyntaxTree>();
        for (var copy = 1; copy <= copies; copy++)
            foreach (var tree in compilation.SyntaxTrees)
            {
                var root = (CompilationUnitSyntax)tree.GetRoot();
                if (copy > 1 && !root.Members.Any(member => names.Contains(FirstName(member))))
                    continue;
                var suffix = copy > 1 ? copy.ToString() : "";
                var renamed = copy == 1 ? root : ((CompilationUnitSyntax)new Renamer(names, suffix).Visit(root)).WithAttributeLists(default);
                trees.Add(CSharpSyntaxTree.ParseText(renamed.ToFullString(), (CSharpParseOptions)tree.Options, copy == 1 ? tree.FilePath : Path.ChangeExtension(tree.FilePath, suffix + ".cs"), System.Text.Encoding.UTF8));
            }

        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
    }

    /// <summary>First names of the namespaces, and names of the global types, that only this compilation declares.</summary>
    private static HashSet<string> OwnNames(CSharpCompilation compilation)
    {
        var declared = compilation.SyntaxTrees.SelectMany(static tree => ((CompilationUnitSyntax)tree.GetRoot()).Members).Select(FirstName).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in compilation.References)
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
                declared.ExceptWith(assembly.GlobalNamespace.GetMembers().Select(static member => member.Name));
        return declared;
    }

    private static string FirstName(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.GetFirstToken().ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        _ => "",
    };

    private sealed class Renamer(HashSet<string> names, string suffix) : CSharpSyntaxRewriter
    {
        public override SyntaxToken VisitToken(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText)
            ? SyntaxFactory.Identifier(token.LeadingTrivia, token.ValueText + suffix, token.TrailingTrivia)
            : token;
    }
}
