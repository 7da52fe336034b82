using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.Tests;

/// <summary>The products are compiled once, against the oldest Roslyn, and tested as they are on newer ones.</summary>
public class RoslynVersionTests
{
    private static Version Expected => Version.Parse(
        typeof(RoslynVersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ExpectedRoslyn").Value!);

    [Theory]
    [InlineData(typeof(Compilation))]
    [InlineData(typeof(CSharpCompilation))]
    [InlineData(typeof(Workspace))]
    public void The_run_uses_the_Roslyn_it_is_meant_for(Type type)
    {
        var version = type.Assembly.GetName().Version!;
        Assert.Equal(Expected, new Version(version.Major, version.Minor, version.Build));
    }

    [Fact]
    public void The_products_are_the_binaries_compiled_against_the_oldest_Roslyn()
    {
        foreach (var product in new[] { Product.AnalyzerAssembly, Product.CodeFixAssembly })
        {
            foreach (var reference in product.GetReferencedAssemblies().Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)))
                Assert.Equal(new Version(4, 5, 0, 0), reference.Version);
        }
    }
}
