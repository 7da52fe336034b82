namespace ConcurrencyAnalyzers.Tests.Conventions;

public class FileConventions
{
    // Reasoning that outgrows a rule belongs into the engine; what outgrows an engine file is two ideas. Test files are lists of cases.
    [Theory]
    [InlineData("src/ConcurrencyAnalyzers/Rules", 200)]
    [InlineData("src/ConcurrencyAnalyzers.CodeFixes", 250)]
    [InlineData("src", 400)]
    [InlineData("tests/ConcurrencyAnalyzers.Testing", 400)]
    [InlineData("tests", 800)]
    public void Files_stay_short(string folder, int limit)
    {
        var files = Repository.Files(folder, "*.cs").Where(file => !file.Contains("/Torture/Sources/", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(files);
        Repository.RequireNone(
            from file in files
            let lines = File.ReadLines(Repository.Path(file)).Count()
            where lines > limit
            select $"{file} has {lines} lines, {limit} are allowed.");
    }

    [Fact]
    public void Places_are_counted_by_member()
    {
        // Read to find syntax, or text, again in the tree at hand: these never leave it.
        string[] inTheText = ["SourceMap.cs", "DeclarationReader.cs", "SilencedWarnings.cs", "ConcurrencyGate.cs"];
        Repository.RequireNone(
            from file in Repository.Files("src/ConcurrencyAnalyzers/Engine/Facts", "*.cs")
            where !inTheText.Contains(Path.GetFileName(file))
            from line in File.ReadLines(Repository.Path(file))
            where (line.Contains("Syntax.Span") || line.Contains(".SpanStart")) && !line.Contains("== position") && !line.Contains("LongestQuantityText") && !line.Contains("var span = operation.Syntax.Span;")
            select $"{file}: a place that Spot() does not give: {line.Trim()}");
    }
}
