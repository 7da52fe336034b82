using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>
/// Makes functions async, with all their callers, as long as nothing changes that code outside the document can see.
/// Blocking on the task instead would be no fix, so a function that cannot be async makes the whole edit void.
/// </summary>
internal sealed class MakeAsync(EditScript script)
{
    private readonly HashSet<SyntaxNode> _made = [];
    private readonly bool _configureAwait = PrefersConfigureAwait(script.Source.Root);

    private SourceView Source => script.Source;

    /// <summary>Awaits the call where it stands and makes the function around it async.</summary>
    public bool Await(ExpressionSyntax call) => Await(call, call.SpanStart) && Enclosing(call);

    /// <summary>The text that awaits an expression, in the file's own style.</summary>
    public string AwaitOf(string expression) => "await " + expression + (_configureAwait ? ".ConfigureAwait(false)" : "");

    /// <summary>Makes the function around the node async; true where it is already.</summary>
    public bool Enclosing(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case LockStatementSyntax or QueryExpressionSyntax or UnsafeStatementSyntax or CatchFilterClauseSyntax:
                    return false;
                case MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax:
                    return Make(ancestor);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax or AccessorDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private bool Await(ExpressionSyntax call, int position)
    {
        var wrap = call.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax;
        script.Insert(position, (wrap ? "(" : "") + "await ");
        script.Insert(call.Span.End, (_configureAwait ? ".ConfigureAwait(false)" : "") + (wrap ? ")" : ""));
        return true;
    }

    private bool Make(SyntaxNode function)
    {
        if (!_made.Add(function))
            return true;

        return function switch
        {
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword) || MakeNamed(method, method.ReturnType, method.Modifiers, method.ParameterList),
            LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword) || MakeNamed(local, local.ReturnType, local.Modifiers, local.ParameterList),
            AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) || MakeLambda(lambda),
            _ => false,
        };
    }

    private bool MakeNamed(SyntaxNode function, TypeSyntax returnType, SyntaxTokenList modifiers, ParameterListSyntax parameters)
    {
        if (Source.Model.GetDeclaredSymbol(function) is not IMethodSymbol method
            || parameters.Parameters.Any(parameter => parameter.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword))
            || modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword)
            || returnType is RefTypeSyntax || Work.Own(function).Any(node => node is YieldStatementSyntax) && IsIterator(function))
            return false;

        if (IsTask(method.ReturnType))
        {
            script.Insert(returnType.SpanStart, "async ");
            return Returns(function, method.ReturnType);
        }

        // From here on the signature changes, and every caller with it.
        script.ChangesSignatures = true;
        if (!IsOwnAffair(method) || IsTaskLike(method.ReturnType))
            return false;

        var task = Usings.Name(script, returnType.SpanStart, "System.Threading.Tasks", "Task");
        if (method.ReturnsVoid)
            script.Replace(returnType.Span, "async " + task);
        else
        {
            script.Insert(returnType.SpanStart, "async " + task + "<");
            script.Insert(returnType.Span.End, ">");
        }

        return Callers(method).All(AwaitCaller);
    }

    /// <summary>Task.Run takes a function that returns a task as well as one that returns nothing; other Actions would become async void.</summary>
    private bool MakeLambda(AnonymousFunctionExpressionSyntax lambda)
    {
        if (Source.Model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol method)
            return false;

        var runs = lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && Source.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Run", ContainingType: { Name: "Task", Arity: 0 } };
        if (!IsTask(method.ReturnType) && !(method.ReturnsVoid && runs))
            return false;

        script.Insert(lambda.SpanStart, "async ");
        return method.ReturnsVoid || Returns(lambda, method.ReturnType);
    }

    /// <summary>What was returned as a task is awaited, or returned as the value that it holds.</summary>
    private bool Returns(SyntaxNode function, ITypeSymbol returnType)
    {
        var hasResult = returnType is INamedTypeSymbol { Arity: 1 };
        var expressionBody = function switch
        {
            MethodDeclarationSyntax { ExpressionBody: { } clause } => clause.Expression,
            LocalFunctionStatementSyntax { ExpressionBody: { } clause } => clause.Expression,
            AnonymousFunctionExpressionSyntax { ExpressionBody: { } body } => body,
            _ => null,
        };
        if (expressionBody is not null)
            return Await(expressionBody, expressionBody.SpanStart);

        foreach (var statement in Work.Own(function).OfType<ReturnStatementSyntax>().Where(candidate => candidate.FirstAncestorOrSelf<SyntaxNode>(IsFunction) == function))
        {
            if (statement.Expression is not { } value)
                return false;
            if (hasResult)
            {
                if (ResultOf(value) is { } result)
                    script.Replace(value.Span, result.ToString());
                else
                    Await(value, value.SpanStart);
                continue;
            }

            var isLast = StatementList.Around(statement) is var list && statement.Parent?.Parent == function && list[list.Count - 1] == statement;
            if (IsCompleted(value))
            {
                script.Replace(isLast ? Lines(statement) : TextSpan.FromBounds(statement.ReturnKeyword.Span.End, value.Span.End), "");
            }
            else
            {
                if (!isLast && list.IsEmbedded)
                    return false;
                script.Replace(TextSpan.FromBounds(statement.SpanStart, value.SpanStart), "");
                Await(value, value.SpanStart);
                if (!isLast)
                    Placement.After(script, statement, "return;");
            }
        }

        return true;
    }

    private TextSpan Lines(StatementSyntax statement)
    {
        if (!Source.Layout.OwnLines(statement, statement))
            return statement.Span;

        var lines = Source.Text.Lines;
        return TextSpan.FromBounds(lines.GetLineFromPosition(statement.SpanStart).Start, lines.GetLineFromPosition(statement.Span.End).EndIncludingLineBreak);
    }

    private static bool IsFunction(SyntaxNode node) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static bool IsIterator(SyntaxNode function) =>
        Work.Own(function).OfType<YieldStatementSyntax>().Any(statement => statement.FirstAncestorOrSelf<SyntaxNode>(IsFunction) == function);

    private static bool IsCompleted(ExpressionSyntax value) => value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" };

    private static ExpressionSyntax? ResultOf(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: { Count: 1 } arguments }
            ? arguments[0].Expression
            : null;

    private bool AwaitCaller(SimpleNameSyntax name)
    {
        ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
        if (target.Parent is not InvocationExpressionSyntax call || call.Expression != target)
            return target.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
        return Await(call, call.SpanStart) && Enclosing(call);
    }

    private IEnumerable<SimpleNameSyntax> Callers(IMethodSymbol method) =>
        Source.Root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText == method.Name
                && Source.Model.GetSymbolInfo(name) is var info
                && (info.Symbol is not null ? SymbolEqualityComparer.Default.Equals(info.Symbol.OriginalDefinition, method.OriginalDefinition)
                    : info.CandidateSymbols.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.OriginalDefinition))));

    /// <summary>Whether the signature is known in this document alone.</summary>
    private bool IsOwnAffair(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return true;
        if (method.IsVirtual || method.IsOverride || method.IsAbstract || !method.ExplicitInterfaceImplementations.IsEmpty || Implements(method))
            return false;

        var isEntry = method is { Name: "Main", IsStatic: true } && SymbolEqualityComparer.Default.Equals(Source.Model.Compilation.GetEntryPoint(default), method);
        if (!isEntry && IsVisibleOutside(method))
            return false;

        return Source.Model.Compilation.SyntaxTrees.All(tree => tree == Source.Root.SyntaxTree
            || !tree.GetText().ToString().Contains(method.Name)
            || !tree.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == method.Name));
    }

    private static bool IsVisibleOutside(ISymbol symbol)
    {
        var friends = symbol.ContainingAssembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility == Accessibility.Private
                || current.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal && !friends)
                return false;
        }

        return true;
    }

    private static bool Implements(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" } named && named.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static bool IsTaskLike(ITypeSymbol type) => type.Name is "IAsyncEnumerable" or "IAsyncEnumerator" || type.IsRefLikeType;

    /// <summary>The file's own habit: most awaits in it say that they do not need the context.</summary>
    private static bool PrefersConfigureAwait(SyntaxNode root)
    {
        int with = 0, without = 0;
        foreach (var expression in root.DescendantNodes().OfType<AwaitExpressionSyntax>())
        {
            if (expression.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } })
                with++;
            else
                without++;
        }

        return with > without;
    }
}
