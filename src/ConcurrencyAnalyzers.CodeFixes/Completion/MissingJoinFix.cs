using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Completion;

/// <summary>
/// CONC3001: waits for a thread before its results are used, or else at the end of the block that started it; starts
/// one that was never started.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingJoinFix)), Shared]
public sealed class MissingJoinFix : ConcurrencyCodeFix
{
    public MissingJoinFix()
        : base("CONC3001")
    {
    }

    private protected override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (finding.Span.IsEmpty || finding.Span.End > source.Root.FullSpan.End)
            yield break;

        var node = source.Root.FindNode(finding.Span, getInnermostNodeForTie: true);
        var plan = new Plan(source, finding, node);
        var script = finding[FixFacts.HandleShape] switch
        {
            "unstarted" => plan.Start(),
            "group" => plan.JoinGroup(),
            _ => plan.JoinSingle(),
        };
        if (script is not null)
            yield return script;
    }

    private sealed class Plan(SourceView source, Finding finding, SyntaxNode node)
    {
        private readonly EditScript _script = new(source, finding[FixFacts.HandleShape] == "unstarted" ? "Start it" : "Wait for its end");
        private readonly string? _handle = finding[FixFacts.Handle];

        private InvocationExpressionSyntax? StartCall => node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Start" });

        public EditScript? JoinSingle()
        {
            if (StartCall is not { Parent: ExpressionStatementSyntax statement } call || call.Expression is not MemberAccessExpressionSyntax start)
                return null;
            if (source.Model.GetTypeInfo(start.Expression).Type is not { } type || JoinMethod(type) is not { } join)
                return null;

            var loop = LoopAround(statement);
            if (loop is null || finding.JoinBefore is { } place && loop.Span.Contains(place))
            {
                var list = StatementList.Around(statement);
                if (list.IsEmbedded || _handle is not null && !IsVariable(start.Expression))
                    return null;
                var name = _handle ?? NameIt(statement, start);
                return Place(list, list.FindIndex(other => other == statement), name + "." + join + "();") ? _script : null;
            }

            return Collect(statement, start, loop, type, join);
        }

        public EditScript? JoinGroup()
        {
            if (_handle is null || StartCall is not { } call)
                return null;

            var declared = source.Model.LookupSymbols(call.SpanStart, name: _handle.Substring(_handle.LastIndexOf('.') + 1)).FirstOrDefault();
            if (declared is null || StartOfAll(call, declared) is not { } statement || StatementList.Around(statement).IsEmbedded || ElementOf(declared) is not { } element || JoinMethod(element) is not { } join)
                return null;

            var list = StatementList.Around(statement);
            var name = GateNames.ForLocal(statement, join == "Join" ? "thread" : "process");
            return Place(list, list.FindIndex(other => other == statement), $"foreach (var {name} in {_handle})\n\t{name}.{join}();") ? _script : null;
        }

        /// <summary>The outermost loop, within the scope of the group, that starts some of it: behind it all of them run.</summary>
        private static StatementSyntax? StartOfAll(SyntaxNode call, ISymbol group)
        {
            StatementSyntax? start = null;
            foreach (var ancestor in call.Ancestors())
            {
                if (ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax or LocalFunctionStatementSyntax
                    || group is ILocalSymbol && ancestor.Span.Contains(group.Locations[0].SourceSpan))
                    break;
                var isLoop = ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
                var callsForEach = ancestor is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax loop } && loop.ToString().Contains(".ForEach(");
                if (isLoop || callsForEach || start is null && ancestor is ExpressionStatementSyntax)
                    start = (StatementSyntax)ancestor;
            }

            return start;
        }

        public EditScript? Start()
        {
            if (node.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault() is not { } creation || _handle is null || !SyntaxFacts.IsValidIdentifier(_handle))
                return null;

            var list = StatementList.Around(creation);
            if (list.IsEmbedded || creation is not LocalDeclarationStatementSyntax and not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax })
                return null;

            // Behind its configuration, which a running thread may not accept any more, and before a join that is there.
            var last = list.FindIndex(other => other == creation);
            for (var index = last + 1; index < list.Count; index++)
            {
                if (list[index] is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax target } } }
                    && target.Identifier.ValueText == _handle)
                    last = index;
                else if (list[index] is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" or "WaitForExit" } } })
                    break;
            }

            Placement.After(_script, list[last], _handle + ".Start();");
            return _script;
        }

        /// <summary>Threads that a loop starts one after the other are kept in a list and joined behind it, so that they still run side by side.</summary>
        private EditScript? Collect(ExpressionStatementSyntax statement, MemberAccessExpressionSyntax start, StatementSyntax loop, ITypeSymbol type, string join)
        {
            var outer = StatementList.Around(loop);
            if (outer.IsEmbedded || source.NameOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), loop.SpanStart) is not { } typeName)
                return null;

            var inLoop = StatementList.Around(statement);
            if (_handle is not null && (!IsVariable(start.Expression) || source.Model.GetSymbolInfo(start.Expression).Symbol is not ILocalSymbol))
                return null;

            var threads = GateNames.ForLocal(loop, join == "Join" ? "threads" : "processes");
            var name = _handle ?? NameIt(statement, start);
            var list = Usings.Name(_script, loop.SpanStart, "System.Collections.Generic", "List", arity: 1);
            Placement.Before(_script, loop, $"var {threads} = new {list}<{typeName}>();");
            if (inLoop.IsEmbedded)
                _script.Insert(statement.Span.End, source.Layout.NewLine + source.Layout.IndentAt(statement.SpanStart) + $"{threads}.Add({name});");
            else
                Placement.After(_script, statement, $"{threads}.Add({name});");
            if (inLoop.IsEmbedded && !Placement.Embrace(_script, statement))
                return null;
            var each = _handle is null ? name : GateNames.ForLocal(loop, join == "Join" ? "thread" : "process");
            return Place(outer, outer.FindIndex(other => other == loop), $"foreach (var {each} in {threads})\n\t{each}.{join}();") ? _script : null;
        }

        private string NameIt(ExpressionStatementSyntax statement, MemberAccessExpressionSyntax start)
        {
            var name = GateNames.ForLocal(statement, "thread");
            var layout = source.Layout;
            var newLine = layout.StartsLine(statement.SpanStart) ? layout.NewLine + layout.IndentAt(statement.SpanStart) : " ";
            _script.Insert(statement.SpanStart, "var " + name + " = ");
            _script.Replace(TextSpan.FromBounds(start.Expression.Span.End, start.Name.SpanStart), ";" + newLine + name + ".");
            return name;
        }

        /// <summary>Before the first use of the results if that comes later in the list, else at its end.</summary>
        private bool Place(StatementList list, int started, string statement)
        {
            if (finding.JoinBefore is { } use)
            {
                var index = list.FindIndex(other => other.Span.Contains(use));
                if (index > started)
                {
                    Placement.Before(_script, list[index], statement);
                    return true;
                }
            }

            return Placement.AtEnd(_script, list, started, statement);
        }

        private static StatementSyntax? LoopAround(StatementSyntax statement) =>
            statement.Ancestors()
                .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
                .LastOrDefault(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax) as StatementSyntax;

        /// <summary>A handle that can be named again and is still the same one.</summary>
        private bool IsVariable(ExpressionSyntax expression) => source.Model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IFieldSymbol or IParameterSymbol;

        private static string? JoinMethod(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).TrimEnd('?') switch
        {
            "System.Threading.Thread" => "Join",
            "System.Diagnostics.Process" => "WaitForExit",
            _ => null,
        };

        private static ITypeSymbol? ElementOf(ISymbol group) => group switch
        {
            ILocalSymbol local => ElementOf(local.Type),
            IFieldSymbol field => ElementOf(field.Type),
            IParameterSymbol parameter => ElementOf(parameter.Type),
            _ => null,
        };

        private static ITypeSymbol? ElementOf(ITypeSymbol type) => type is IArrayTypeSymbol array
            ? array.ElementType
            : type.AllInterfaces.Concat(type is INamedTypeSymbol own ? [own] : [])
                .FirstOrDefault(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }
}
