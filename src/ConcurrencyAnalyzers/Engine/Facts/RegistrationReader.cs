using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Finds what a tree registers in dependency containers, and what the delegates of its endpoints ask for.</summary>
internal sealed class RegistrationReader(SemanticModel model, SymbolFacts symbols, CancellationToken cancellation)
{
    public ImmutableArray<Registration>.Builder Registrations { get; } = ImmutableArray.CreateBuilder<Registration>();

    /// <summary>Ids of the types that endpoint delegates take as parameters.</summary>
    public ImmutableArray<string>.Builder Requested { get; } = ImmutableArray.CreateBuilder<string>();

    public bool HasEndpoints { get; private set; }

    public void Read()
    {
        var knowledge = symbols.Knowledge;
        foreach (var token in model.SyntaxTree.GetRoot(cancellation).DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is not SimpleNameSyntax name || InvocationOf(name) is not { } invocation)
                continue;
            var (registers, maps) = (knowledge.Frameworks.IsRegistrationName(token.ValueText), knowledge.IsEndpointName(token.ValueText));
            if (!registers && !maps || model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol method)
                continue;
            var key = SymbolFacts.KeyOf(symbols.IdOf(method.ReducedFrom ?? method));
            if (registers && knowledge.Frameworks.LifetimeOf(key) is { } lifetime)
                Register(lifetime, method, invocation.ArgumentList.Arguments);
            else if (maps && knowledge.RoleOf(key) == MemberRole.Endpoint)
                Endpoint(invocation.ArgumentList.Arguments);
        }
    }

    private static InvocationExpressionSyntax? InvocationOf(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax invocation => invocation,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } access when access.Name == name => invocation,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax invocation } => invocation,
        _ => null,
    };

    private void Endpoint(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        HasEndpoints = true;
        foreach (var argument in arguments)
            if (model.GetSymbolInfo(argument.Expression, cancellation).Symbol is IMethodSymbol target)
                Requested.AddRange(target.Parameters.SelectMany(static parameter => DeclarationReader.WithArguments(parameter.Type)).Select(symbols.IdOf));
    }

    private void Register(Lifetime lifetime, IMethodSymbol method, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        var named = method.TypeArguments.Concat(arguments.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().Select(type => model.GetTypeInfo(type.Type, cancellation).Type)).OfType<INamedTypeSymbol>().ToArray();
        var made = lifetime == Lifetime.Job ? null : arguments.Select(argument => MadeBy(argument.Expression)).OfType<INamedTypeSymbol>().FirstOrDefault(type => IsServedBy(named, type));
        var service = named.Length > 0 ? named[0] : made;
        var implementation = made ?? (named.Length > 0 ? named[named.Length - 1] : null);
        if (service is not null && implementation is not null)
            Registrations.Add(new(lifetime, symbols.IdOf(service), symbols.IdOf(implementation)));
    }

    /// <summary>Keys and configuration delegates are arguments too; the object is of the service's type.</summary>
    private static bool IsServedBy(INamedTypeSymbol[] named, INamedTypeSymbol type)
    {
        if (named.Length == 0)
            return type.TypeKind == TypeKind.Class && type.SpecialType == SpecialType.None;
        var service = named[0].OriginalDefinition;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, service))
                return true;
        return type.AllInterfaces.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, service));
    }

    /// <summary>The type of the object that an argument is or, as a factory, makes.</summary>
    private INamedTypeSymbol? MadeBy(ExpressionSyntax argument)
    {
        var made = argument switch
        {
            TypeOfExpressionSyntax => null,
            AnonymousFunctionExpressionSyntax { ExpressionBody: { } body } => body,
            AnonymousFunctionExpressionSyntax { Block: { } block } => block.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
                .OfType<ReturnStatementSyntax>().Select(static result => result.Expression).OfType<ExpressionSyntax>().LastOrDefault(),
            _ => argument,
        };
        return made is null ? null : model.GetTypeInfo(made, cancellation).Type as INamedTypeSymbol;
    }
}
