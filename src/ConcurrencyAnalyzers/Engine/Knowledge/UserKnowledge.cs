using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Knowledge;

/// <summary>
/// What users know of their own libraries and frameworks: additional files named <c>ConcurrencyKnowledge.txt</c> or
/// <c>*.concurrency.txt</c>, in the line format of the built-in tables, laid over those.
/// </summary>
internal static class UserKnowledge
{
    /// <summary>By the text of the first file, which is the same object as long as nobody edits it.</summary>
    private static readonly ConditionalWeakTable<SourceText, KnowledgeBase> s_known = new();

    public static bool IsFile(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Equals("ConcurrencyKnowledge.txt", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".concurrency.txt", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The facts to analyse with; the built-in ones where there is no file.</summary>
    public static KnowledgeBase Of(AnalyzerOptions? options, CancellationToken cancellation)
    {
        if (options is null || options.AdditionalFiles.IsEmpty)
            return KnowledgeBase.Bcl;
        var texts = options.AdditionalFiles.Where(static file => IsFile(file.Path)).OrderBy(static file => file.Path, StringComparer.Ordinal)
            .Select(file => file.GetText(cancellation)).OfType<SourceText>().ToArray();
        if (texts.Length == 0)
            return KnowledgeBase.Bcl;
        var stamp = string.Join("", texts.SelectMany(static text => text.GetChecksum()).Select(static part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        if (s_known.TryGetValue(texts[0], out var known) && known.Stamp == stamp)
            return known;
        var knowledge = KnowledgeBase.BclWith(texts.Select(static text => text.ToString()), stamp);
        s_known.Remove(texts[0]);
        return s_known.GetValue(texts[0], _ => knowledge) is var kept && kept.Stamp == stamp ? kept : knowledge;
    }

    /// <summary>The lines that say nothing, and why.</summary>
    public static IEnumerable<(TextSpan Span, string Problem)> ProblemsOf(string table)
    {
        foreach (var line in TableLine.Of(table))
            if (KnowledgeBase.ProblemOf(line) is { } problem)
                yield return (line.Span, problem);
    }
}
