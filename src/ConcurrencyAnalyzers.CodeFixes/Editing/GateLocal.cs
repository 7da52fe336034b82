using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>The gate of a captured variable: a local that is declared right before it and captured with it.</summary>
internal sealed class GateLocal
{
    private readonly Action<EditScript>? _declare;

    private GateLocal(string name, Action<EditScript>? declare)
    {
        Name = name;
        _declare = declare;
    }

    public string Name { get; }

    public void Declare(EditScript script) => _declare?.Invoke(script);

    public static GateLocal? For(SourceView source, ISymbol variable, IReadOnlyList<StateAccess> accesses, bool semaphore = false)
    {
        // Where no access stands in a function of its own, it is the calls that meet, and each would have another gate.
        if (variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declared && StateAccess.BodyOf(declared) is { } body && accesses.All(access => access.Body == body))
            return null;
        if (!semaphore && Reusable(source, accesses) is { } existing)
            return new(existing, null);
        if (PlaceFor(source, variable) is not { } place || accesses.Any(access => access.Reference.SpanStart < place.Position))
            return null;

        var name = GateNames.Candidates(GateNames.Bare(variable.Name)).First(candidate => GateNames.ForLocal(place.Scope, candidate) == candidate);
        return new(name, script =>
        {
            var layout = source.Layout;
            var type = semaphore ? Usings.Name(script, place.Position, "System.Threading", "SemaphoreSlim")
                : source.Targets.HaveLock ? Usings.Name(script, place.Position, "System.Threading", "Lock") : "object";
            var declaration = "var " + name + " = new " + type + (semaphore ? "(1, 1);" : "();");
            if (place.Inside)
                script.Insert(place.Position, layout.NewLine + place.Indent(layout) + declaration);
            else if (layout.StartsLine(place.Position) && place.Scope is StatementSyntax statement)
                script.Insert(Placement.CommentStart(source.Text, statement), layout.IndentAt(place.Position) + declaration + layout.NewLine);
            else
                script.Insert(place.Position, declaration + " ");
        });
    }

    /// <summary>
    /// A local lock that all accesses can see, and under which nothing but short work is done; or one that the same functions
    /// take anyway, for another state that they change with this one.
    /// </summary>
    private static string? Reusable(SourceView source, IReadOnlyList<StateAccess> accesses)
    {
        var first = accesses[0].Reference;
        foreach (var candidate in source.Model.LookupSymbols(first.SpanStart).OfType<ILocalSymbol>().OrderBy(local => local.Locations[0].SourceSpan.Start))
        {
            if (!GateField.IsLockType(candidate.Type, plainObject: false))
                continue;
            if (candidate.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax } declarator
                || !accesses.All(access => access.Reference.SpanStart > declarator.Span.End
                    && source.Model.LookupSymbols(access.Reference.SpanStart, name: candidate.Name).Contains(candidate, SymbolEqualityComparer.Default)))
                continue;

            // The gate has to be one object for all flows of control: declared no deeper than the state.
            if (accesses[0].Symbol.Locations[0].SourceSpan.Start is var state && declarator.FirstAncestorOrSelf<BlockSyntax>() is { } block && !block.Span.Contains(state))
                continue;

            var uses = source.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == candidate.Name && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name).Symbol, candidate))
                .ToList();
            if (uses.Count > 0 && uses.All(use => use.Parent is LockStatementSyntax statement && statement.Expression == use)
                && (uses.All(use => IsLeaf(source.Model, use)) || accesses.All(access => uses.Any(use => StateAccess.BodyOf(use) == access.Body))))
                return candidate.Name;
        }

        return null;
    }

    private static bool IsLeaf(SemanticModel model, IdentifierNameSyntax use) =>
        !((LockStatementSyntax)use.Parent!).Statement.DescendantNodes().Any(node => node is LockStatementSyntax || Work.IsForeign(model, node));

    private sealed record Place(int Position, SyntaxNode Scope, BlockSyntax? Block)
    {
        public bool Inside => Block is not null;

        public string Indent(Layout layout) => layout.IndentAt(Block!.SpanStart) + layout.Unit;
    }

    private static Place? PlaceFor(SourceView source, ISymbol variable)
    {
        if (variable.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || reference.SyntaxTree != source.Root.SyntaxTree)
            return null;

        var node = reference.GetSyntax();
        if (variable is IParameterSymbol)
        {
            var body = node.Ancestors().Select(ancestor => ancestor switch
            {
                BaseMethodDeclarationSyntax method => method.Body,
                LocalFunctionStatementSyntax function => function.Body,
                AnonymousFunctionExpressionSyntax lambda => lambda.Block,
                AccessorDeclarationSyntax accessor => accessor.Body,
                _ => null,
            }).FirstOrDefault(block => block is not null);
            return body is null || source.Layout.EndOfLine(body) is null && source.Layout.OnOneLine(body.Span)
                ? null
                : new(body.OpenBraceToken.Span.End, body, body);
        }

        foreach (var ancestor in node.AncestorsAndSelf())
        {
            // A foreach variable and what a loop body declares are new in every round; a gate before the loop serves as well.
            if (ancestor is StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement)
                return new(statement.SpanStart, statement, null);
            if (ancestor is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax)
                return null;
        }

        return null;
    }
}
