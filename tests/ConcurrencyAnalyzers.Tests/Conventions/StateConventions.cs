using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Tests.Conventions;

/// <summary>One analyzer object serves many compilations at once: what it keeps in fields leaks one into another, and out of memory.</summary>
public class StateConventions
{
    private static readonly Type[] s_forbidden = [typeof(ISymbol), typeof(Compilation), typeof(SemanticModel), typeof(SyntaxTree), typeof(SyntaxNode), typeof(IOperation), typeof(Solution), typeof(Project), typeof(TextDocument)];

    private static IEnumerable<Type> Types => [.. Product.AnalyzerAssembly.GetTypes(), .. Product.CodeFixAssembly.GetTypes()];

    [Fact]
    public void Analyzers_and_fixes_hold_no_symbols() => Repository.RequireNone(
        from type in Types
        where type.IsSubclassOf(typeof(DiagnosticAnalyzer)) || type.IsSubclassOf(typeof(CodeFixProvider))
        from field in type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where Holds(field.FieldType)
        select $"{type.FullName}.{field.Name} holds {field.FieldType}.");

    [Fact]
    public void Static_fields_hold_no_symbols() => Repository.RequireNone(
        from type in Types
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && Holds(field.FieldType)
        select $"{type.FullName}.{field.Name} holds {field.FieldType}.");

    [Fact]
    public void Static_fields_are_readonly() => Repository.RequireNone(
        from type in Types
        where !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field is { IsLiteral: false, IsInitOnly: false } && !field.IsDefined(typeof(CompilerGeneratedAttribute))
        select $"{type.FullName}.{field.Name} can change and is shared by every compilation.");

    // A delegate's type names symbols without holding one; a weak table lets its keys go.
    private static bool Holds(Type type) =>
        !type.IsSubclassOf(typeof(Delegate))
        && (s_forbidden.Any(forbidden => forbidden.IsAssignableFrom(type))
            || (type.HasElementType && Holds(type.GetElementType()!))
            || (type.IsGenericType && type.GetGenericTypeDefinition() != typeof(ConditionalWeakTable<,>) && type.GetGenericArguments().Any(Holds)));
}
