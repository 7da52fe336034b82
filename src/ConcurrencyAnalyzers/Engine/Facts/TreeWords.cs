using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Words to look for, as numbers.</summary>
internal sealed class WordSet(IEnumerable<string> words)
{
    public IReadOnlyList<int> Hashes { get; } = words.Select(static word => Hash(word)).ToArray();

    public static int Hash(string word)
    {
        var hash = TreeWords.Seed;
        foreach (var letter in word)
            hash = TreeWords.Mix(hash, letter);
        return hash;
    }
}

/// <summary>
/// The words of a tree's text, those in comments and strings included. Says for certain what a tree does not mention,
/// at a fraction of what its tokens cost; whether it does mention it, only tokens tell. Kept per tree; thread-safe.
/// </summary>
internal sealed class TreeWords
{
    public const int Seed = unchecked((int)2166136261);

    private static readonly ConditionalWeakTable<SyntaxTree, TreeWords> s_known = new();

    private readonly HashSet<int> _words = [];

    /// <summary>Identifiers can be written with escapes: then anything may be mentioned.</summary>
    private bool _hasEscapes;

    private TreeWords()
    {
    }

    /// <summary>Some word ends in Async.</summary>
    public bool HasAsyncName { get; private set; }

    public bool HasPlusEquals { get; private set; }

    /// <summary>There may be a finalizer.</summary>
    public bool HasTilde { get; private set; }

    public static TreeWords Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (s_known.TryGetValue(tree, out var known))
            return known;
        var words = new TreeWords();
        words.Read(tree, cancellation);
        return s_known.GetValue(tree, _ => words);
    }

    public bool MayMention(WordSet words)
    {
        if (_hasEscapes)
            return true;
        foreach (var hash in words.Hashes)
            if (_words.Contains(hash))
                return true;
        return false;
    }

    public static int Mix(int hash, char letter) => unchecked((hash ^ letter) * 16777619);

    private void Read(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        var buffer = new char[Math.Min(text.Length, 16 * 1024)];
        var (hash, length, last) = (Seed, 0, '\0');
        for (var start = 0; start < text.Length; start += buffer.Length)
        {
            var count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            for (var i = 0; i < count; i++)
            {
                var letter = buffer[i];
                if (IsWordPart(letter))
                {
                    (hash, length) = (Mix(hash, letter), length + 1);
                    if (letter == 'c' && length >= 5)
                        HasAsyncName |= EndsInAsync(buffer, i);
                }
                else
                {
                    if (length > 0)
                        _words.Add(hash);
                    (hash, length) = (Seed, 0);
                    HasPlusEquals |= letter == '=' && last == '+';
                    HasTilde |= letter == '~';
                }

                _hasEscapes |= last == '\\' && letter is 'u' or 'U';
                last = letter;
            }
        }

        if (length > 0)
            _words.Add(hash);
    }

    /// <summary>At the border of two buffers it may, for all we know.</summary>
    private static bool EndsInAsync(char[] buffer, int index) =>
        index < 4 || buffer[index - 1] == 'n' && buffer[index - 2] == 'y' && buffer[index - 3] == 's' && buffer[index - 4] == 'A';

    private static bool IsWordPart(char letter) =>
        letter is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' or >= '0' and <= '9' || letter > 127 && SyntaxFacts.IsIdentifierPartCharacter(letter);
}
