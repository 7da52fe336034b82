namespace Together;

/// <summary>A file's name and what stands in it: what goes to a worker.</summary>
internal sealed record Text(string File, string Content);

/// <summary>What comes back from a worker.</summary>
internal sealed record WordCount(string File, int Words, string Longest);

/// <summary>Writes, reads and counts texts.</summary>
internal static class Texts
{
    private static readonly string[] s_words = ["a", "thread", "waits", "while", "another", "process", "calculates", "concurrently"];

    public static async Task WriteAsync(string folder, int files)
    {
        for (var file = 1; file <= files; file++)
        {
            var words = Enumerable.Range(0, 50_000 * file).Select(i => s_words[i * 31 % (file + 1) % s_words.Length]);
            await File.WriteAllTextAsync(Path.Combine(folder, $"text{file}.txt"), string.Join(' ', words));
        }
    }

    public static async IAsyncEnumerable<Text> ReadAsync(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            yield return new(Path.GetFileName(file), await File.ReadAllTextAsync(file));
    }

    /// <summary>Runs in a worker process: static, and all it needs comes in with its argument.</summary>
    public static WordCount CountWords(Text text)
    {
        var words = 0;
        var longest = "";
        foreach (var word in text.Content.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words++;
            if (word.Length > longest.Length)
                longest = word;
        }

        return new(text.File, words, longest);
    }
}
