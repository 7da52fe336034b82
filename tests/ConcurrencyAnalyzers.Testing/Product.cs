using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>The analyzers and fixes that we ship, found as the compiler and <c>dotnet format</c> find them.</summary>
public static class Product
{
    public static Assembly AnalyzerAssembly { get; } = Assembly.Load("ConcurrencyAnalyzers");
    public static Assembly CodeFixAssembly { get; } = Assembly.Load("ConcurrencyAnalyzers.CodeFixes");

    public static ImmutableArray<Type> AnalyzerTypes { get; } =
        [.. Concrete<DiagnosticAnalyzer>(AnalyzerAssembly).Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))];

    public static ImmutableArray<Type> CodeFixTypes { get; } =
        [.. Concrete<CodeFixProvider>(CodeFixAssembly).Where(type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))];

    /// <summary>Every rule's descriptor, one an id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Rules { get; } =
        [.. CreateAnalyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>New objects of all analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> CreateAnalyzers() =>
        [.. AnalyzerTypes.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>New objects of all fixes.</summary>
    public static ImmutableArray<CodeFixProvider> CreateCodeFixes() =>
        [.. CodeFixTypes.Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    private static IEnumerable<Type> Concrete<T>(Assembly assembly) =>
        assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
