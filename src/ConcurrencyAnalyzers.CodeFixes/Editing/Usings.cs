using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>How to write the name of a type that the file may not have used so far.</summary>
internal static class Usings
{
    private enum Way
    {
        Simple,
        NewUsing,
        Qualified,
    }

    /// <summary>The name to write at the position; adds a using directive when that alone makes the short name mean the type.</summary>
    public static string Name(EditScript script, int position, string space, string type, int arity = 0)
    {
        var source = script.Source;
        var way = WayIn(source.Model, position, space, type, arity);
        foreach (var linked in source.LinkedModels)
        {
            if (WayIn(linked, position, space, type, arity) is var other && other > way)
                way = other;
        }

        if (way == Way.NewUsing && !script.Imported.Contains(space))
        {
            if (TryAdd(script, position, space))
                script.Imported.Add(space);
            else
                way = Way.Qualified;
        }

        return way == Way.Qualified ? space + "." + type : type;
    }

    private static Way WayIn(SemanticModel model, int position, string space, string type, int arity)
    {
        var found = model.LookupNamespacesAndTypes(position, name: type).OfType<INamedTypeSymbol>().Where(candidate => candidate.Arity == arity).ToList();
        if (found.Count == 1 && found[0].ContainingNamespace?.ToDisplayString() == space)
            return Way.Simple;
        if (found.Count > 0 || model.LookupSymbols(position, name: type).Any(symbol => symbol is not INamedTypeSymbol))
            return Way.Qualified;
        return MakesAmbiguous(model, position, space) ? Way.Qualified : Way.NewUsing;
    }

    /// <summary>A new using must not give a second meaning to a name the file uses (System.Timers.Timer).</summary>
    private static bool MakesAmbiguous(SemanticModel model, int position, string space)
    {
        INamespaceSymbol? members = model.Compilation.GlobalNamespace;
        foreach (var part in space.Split('.'))
            members = members?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
        if (members is null)
            return true;

        var names = model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText).Distinct();
        return names.Any(name => members.GetTypeMembers(name).Any(member => member.DeclaredAccessibility == Accessibility.Public)
            && model.LookupNamespacesAndTypes(position, name: name).Any(symbol => symbol.ContainingNamespace?.ToDisplayString() != space));
    }

    private static bool TryAdd(EditScript script, int position, string space)
    {
        var source = script.Source;
        var directive = "using " + space + ";";
        if (source.Root is not CompilationUnitSyntax unit)
            return false;

        // Beside the usings that are already there, wherever those stand.
        var directives = unit.Usings.Count > 0 || unit.FindToken(position).Parent?.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>() is not { Usings.Count: > 0 } inner
            ? unit.Usings
            : inner.Usings;
        var usings = directives.Where(candidate => candidate.GlobalKeyword.IsKind(SyntaxKind.None)).ToList();
        if (usings.Any(candidate => candidate.GetLeadingTrivia().Concat(candidate.GetTrailingTrivia()).Any(trivia => trivia.IsDirective)))
            return false;

        var layout = source.Layout;
        var after = usings.LastOrDefault(candidate => IsPlain(candidate) && Rank(candidate.Name!.ToString()) is var rank
            && string.Compare(rank, Rank(space), StringComparison.Ordinal) < 0);
        if (after is not null)
        {
            script.Insert(layout.EndOfLine(after) ?? after.Span.End, layout.NewLine + layout.IndentAt(after.SpanStart) + directive);
            return true;
        }

        if (usings.Count > 0)
        {
            script.Insert(usings[0].SpanStart, directive + layout.NewLine + layout.IndentAt(usings[0].SpanStart));
            return true;
        }

        // No usings yet: below a file header, above everything else.
        var first = unit.Externs.Count > 0 || unit.Members.Count == 0 && unit.AttributeLists.Count == 0 ? null : unit.GetFirstToken().Parent;
        if (first is null || unit.GetFirstToken().LeadingTrivia.Any(trivia => trivia.IsDirective))
            return false;
        script.Insert(HeaderEnd(unit.GetFirstToken()), directive + layout.NewLine + layout.NewLine);
        return true;
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.Name is not null;

    private static string Rank(string name) => (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? "0" : "1") + name;

    /// <summary>Behind the comments that a blank line parts from the first declaration.</summary>
    private static int HeaderEnd(SyntaxToken token)
    {
        var end = token.FullSpan.Start;
        var lineIsBlank = true;
        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                if (lineIsBlank)
                    end = trivia.Span.End;
                lineIsBlank = true;
            }
            else if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            {
                // Documentation comments end with their own line break.
                lineIsBlank = trivia.HasStructure;
            }
        }

        return end;
    }
}
