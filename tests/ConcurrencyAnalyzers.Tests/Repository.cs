using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static partial class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>Files below a folder, as paths relative to the root with forward slashes, in ordinal order; build outputs are left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        !Directory.Exists(Path(folder)) ? [] : Directory.EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or ".artifacts"))
            .Order(StringComparer.Ordinal);

    /// <summary>The rule pages: <c>CONC1001</c> and where its page is.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = Files("src/ConcurrencyAnalyzers/Rules", "*.md")
        .Where(file => PageName().IsMatch(System.IO.Path.GetFileName(file)))
        .ToDictionary(file => System.IO.Path.GetFileNameWithoutExtension(file));

    /// <summary>Fails with all violations at once, one a line.</summary>
    public static void RequireNone(IEnumerable<string> violations)
    {
        var all = violations.ToArray();
        Assert.True(all.Length == 0, string.Join("\n", all));
    }

    [GeneratedRegex(@"^CONC\d{4}\.md$")]
    private static partial Regex PageName();
}
