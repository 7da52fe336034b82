using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.Tests.Engine;

public class KnowledgeTableTests
{
    /// <summary>Of the BCL and ASP.NET Core, but in packages or on platforms that the reference assemblies leave out.</summary>
    private static readonly string[] s_elsewhere = ["System.IO.Ports.", "System.Reactive.", "System.ObservableExtensions", "System.Web.", "System.Windows.", "System.Diagnostics.EventLog", "Microsoft.AspNetCore.SignalR.Client.", "Microsoft.Extensions.DependencyInjection.EntityFramework"];

    private static readonly CSharpCompilation s_compilation = CSharpCompilation.Create("Test", references: ReferenceAssemblies.Net.AspNet100.References);

    [Theory]
    [InlineData("bcl.txt")]
    [InlineData("frameworks.txt")]
    public void Members_named_in_a_table_exist(string table) => Repository.RequireNone(
        from words in Lines(table)
        where words[0] is "role" or "registers"
        from member in words.Skip(2)
        let dot = member.StartsWith(".", StringComparison.Ordinal) ? 0 : member.Replace(".#ctor", ".ctor").LastIndexOf('.')
        let type = member[..dot]
        where IsOurs(type)
        let symbol = s_compilation.GetTypeByMetadataName(type) ?? s_compilation.GetTypeByMetadataName(Nested(type))
        where symbol is null || !symbol.GetMembers().Any(candidate => candidate.Name == member[(dot + 1)..] || candidate.Name == ".ctor" && member.EndsWith("#ctor", StringComparison.Ordinal))
        select $"{table}: {member}");

    [Fact]
    public void Types_named_by_roots_exist() => Repository.RequireNone(
        from root in KnowledgeBase.Bcl.Frameworks.Roots
        from type in root.TypeKeys
        where IsOurs(type) && s_compilation.GetTypeByMetadataName(type) is null
        select type);

    [Fact]
    public void Every_flow_has_words() => Assert.All(KnowledgeBase.Bcl.Frameworks.Roots, root => Assert.NotEqual(root.Flow, KnowledgeBase.Bcl.Frameworks.TextOf(root.Flow, "Member", "Type")));

    [Theory]
    [InlineData("root requests fresh base A.B")]
    [InlineData("root requests fresh many sideways A.B")]
    [InlineData("registers forever A.B.Add")]
    [InlineData("role nothing-known A.B")]
    [InlineData("whatever")]
    public void A_line_of_another_form_is_refused(string line) => Assert.Contains(line, Assert.Throws<FormatException>(() => KnowledgeBase.Parse(line)).Message);

    private static bool IsOurs(string type) =>
        (type.StartsWith("System.", StringComparison.Ordinal) || type.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || type.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
        && !s_elsewhere.Any(type.StartsWith);

    /// <summary>A type inside a type has a dot before it in documentation ids, a plus in metadata.</summary>
    private static string Nested(string type) => type.LastIndexOf('.') is > 0 and var dot ? type[..dot] + "+" + type[(dot + 1)..] : type;

    private static IEnumerable<string[]> Lines(string table) =>
        from line in File.ReadLines(Repository.Path("src/ConcurrencyAnalyzers/Engine/Knowledge/" + table))
        where line.Length > 0 && line[0] != '#'
        select line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
