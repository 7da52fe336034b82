using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Knowledge;

/// <summary>A line of a knowledge table that is neither blank nor a comment.</summary>
/// <param name="Span">Of its first word to its last.</param>
internal sealed record TableLine(string[] Words, TextSpan Span)
{
    private static readonly char[] s_notInNames = ['(', ')', '<', '>', ':', '{', '}', ',', ';', '"'];

    /// <summary>The lines of a table; a word that begins with <c>#</c> begins a comment.</summary>
    public static IEnumerable<TableLine> Of(string table)
    {
        var start = 0;
        while (start < table.Length)
        {
            var end = table.IndexOf('\n', start);
            if (end < 0)
                end = table.Length;
            if (Read(table, start, end) is { } line)
                yield return line;
            start = end + 1;
        }
    }

    /// <summary>What is wrong with a name in it: a user is likely to write it as in source.</summary>
    public string? NameProblem()
    {
        foreach (var word in Words[0] == "flow" ? Words.Take(2) : Words.Skip(1))
            if (word.IndexOfAny(s_notInNames) >= 0)
                return $"'{word}' is not a name as in documentation ids: no prefix, no parameters, type parameters as a number ('System.Collections.Generic.List`1.Add')";
        return null;
    }

    private static TableLine? Read(string table, int start, int end)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var (first, last) = (-1, -1);
        for (var i = start; i < end;)
        {
            if (char.IsWhiteSpace(table[i]))
            {
                i++;
                continue;
            }

            if (table[i] == '#')
                break;
            var from = i;
            while (i < end && !char.IsWhiteSpace(table[i]))
                i++;
            words.Add(table.Substring(from, i - from));
            first = first < 0 ? from : first;
            last = i;
        }

        return words.Count == 0 ? null : new(words.ToArray(), TextSpan.FromBounds(first, last));
    }
}
