using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ConcurrencyAnalyzers.Tests.Cases;

/// <summary>What a line of a case says must be found there.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Group">One hit in any line of the group is enough; null: this very line.</param>
/// <param name="IsOptional">May be reported, need not be.</param>
/// <param name="IsBlind">A bug that is not seen today; reporting it means that the label is out of date.</param>
internal sealed record CaseLabel(string Name, int Line, string? Group, bool IsOptional, bool IsBlind);

/// <summary>A small program with labels at the ends of its lines, as the README beside says.</summary>
internal sealed partial class CaseFile(string path, string text)
{
    public const string Folder = "tests/ConcurrencyAnalyzers.Tests/Cases";

    /// <summary>Relative to the folder of the cases.</summary>
    public string Path => path;

    public string Text => text;

    public ImmutableArray<CaseLabel> Labels { get; } = [.. Read(text)];

    public static IEnumerable<string> Paths => Repository.Files(Folder, "*.cs").Select(file => file[(Folder.Length + 1)..]).Where(file => file.Contains('/'));

    public static CaseFile Load(string path) => new(path, File.ReadAllText(Repository.Path(Folder + "/" + path)).ReplaceLineEndings("\n"));

    private static IEnumerable<CaseLabel> Read(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (LabelComment().Match(line) is not { Success: true } comment)
                continue;
            foreach (var item in comment.Groups["items"].Value.Split(','))
            {
                var label = Item().Match(item.Trim());
                Assert.True(label.Success, $"Line {number} has no label '{item.Trim()}'.");
                yield return new(label.Groups["name"].Value, number, label.Groups["group"] is { Success: true, Value: var group } ? group : null, label.Groups["optional"].Success, comment.Groups["kind"].Value == "blind");
            }
        }
    }

    [GeneratedRegex(@"// (?<kind>expect|blind): (?<items>[A-Z_#?\w, ]+)$")]
    private static partial Regex LabelComment();

    [GeneratedRegex(@"^(?<name>[A-Z_]+)(#(?<group>\w+))?(?<optional>\?)?$")]
    private static partial Regex Item();
}
