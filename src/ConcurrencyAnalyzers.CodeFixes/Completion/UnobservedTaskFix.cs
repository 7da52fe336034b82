using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Completion;

/// <summary>
/// CONC3002: awaits a task whose end nobody observes, where it is made or, when it runs beside others, behind them; the
/// function and its callers become async as far as this document goes.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnobservedTaskFix)), Shared]
public sealed class UnobservedTaskFix : ConcurrencyCodeFix
{
    public UnobservedTaskFix()
        : base("CONC3002")
    {
    }

    private protected override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (finding.Span.IsEmpty || finding.Span.End > source.Root.FullSpan.End)
            yield break;

        var node = source.Root.FindNode(finding.Span, getInnermostNodeForTie: true);
        var call = node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(candidate => candidate.Span == finding.Span || candidate.Expression.Span.Contains(finding.Span));
        if (call is not null && new Plan(source, finding, call).Make() is { } script)
            yield return script;
    }

    private sealed class Plan
    {
        private readonly SourceView _source;
        private readonly Finding _finding;
        private readonly ExpressionSyntax _call;
        private readonly EditScript _script;
        private readonly MakeAsync _async;

        public Plan(SourceView source, Finding finding, ExpressionSyntax call)
        {
            _source = source;
            _finding = finding;
            _call = call;
            _script = new(source, "Await it");
            _async = new(_script);
        }

        public EditScript? Make() => Edit() ? _script : null;

        private bool Edit()
        {
            // A task of a task: whoever waits for the outer one has only waited for the start.
            if (_source.Model.GetTypeInfo(_call).Type is INamedTypeSymbol { Name: "Task", Arity: 1 } outer && IsTask(outer.TypeArguments[0]) && _call.Parent is not ExpressionStatementSyntax)
            {
                _script.Insert(_call.Span.End, ".Unwrap()");
                return true;
            }

            switch (_call.Parent)
            {
                case ExpressionStatementSyntax statement:
                    return AwaitStatement(statement);
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement } discard:
                    if (LoopAround(statement) is not null)
                        return AwaitStatement(statement);
                    _script.Replace(TextSpan.FromBounds(discard.SpanStart, _call.SpanStart), "");
                    return _async.Await(_call);
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax }:
                    return IsAwaitable(_call) && _async.Await(_call);
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } declarator }:
                    return AwaitGroup(declarator.Identifier.ValueText);
                case AssignmentExpressionSyntax { Left: var target } assignment when assignment.Right == _call:
                    return GroupOf(target) is { } slot && AwaitGroup(slot);
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax list } } }:
                    return AwaitGroup(list.Identifier.ValueText);
                default:
                    return false;
            }
        }

        private bool AwaitStatement(ExpressionStatementSyntax statement)
        {
            if (LoopAround(statement) is { } loop)
                return Collect(statement, loop);
            if (IsAwaitable(_call))
            {
                if (_source.Model.GetTypeInfo(_call).Type is INamedTypeSymbol { Arity: 1 } outer && IsTask(outer.TypeArguments[0]))
                    _script.Insert(_call.Span.End, ".Unwrap()");
                return _async.Await(_call);
            }

            if (!IsSequenceOfTasks(_source.Model.GetTypeInfo(_call).Type))
                return false;

            // A lazy query of tasks has not even started them.
            var task = Usings.Name(_script, _call.SpanStart, "System.Threading.Tasks", "Task");
            _script.Insert(_call.SpanStart, _async.AwaitOf(task + ".WhenAll(\0)").Split('\0')[0]);
            _script.Insert(_call.Span.End, _async.AwaitOf(task + ".WhenAll(\0)").Split('\0')[1]);
            return _async.Enclosing(_call);
        }

        /// <summary>Tasks that a loop starts side by side stay side by side and are awaited behind it.</summary>
        private bool Collect(StatementSyntax statement, StatementSyntax loop, string? name = null)
        {
            // A loop without an end of its own, or one that can be left for good, never comes to what stands behind it.
            var outer = StatementList.Around(loop);
            if (outer.IsEmbedded || loop is not (CommonForEachStatementSyntax or ForStatementSyntax { Condition: not null })
                || Work.Own(loop).Any(node => node is ReturnStatementSyntax or GotoStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
                || _source.Model.GetTypeInfo(_call).Type is not INamedTypeSymbol { Name: "Task" })
                return false;

            var tasks = GateNames.ForLocal(loop, "tasks");
            var task = Usings.Name(_script, loop.SpanStart, "System.Threading.Tasks", "Task");
            var list = Usings.Name(_script, loop.SpanStart, "System.Collections.Generic", "List", arity: 1);
            Placement.Before(_script, loop, $"var {tasks} = new {list}<{task}>();");
            if (name is not null)
            {
                Placement.After(_script, statement, $"{tasks}.Add({name});");
            }
            else
            {
                _script.Replace(TextSpan.FromBounds(statement.SpanStart, _call.SpanStart), tasks + ".Add(");
                _script.Insert(_call.Span.End, ")");
            }

            Placement.After(_script, loop, _async.AwaitOf(task + ".WhenAll(" + tasks + ")") + ";");
            return _async.Enclosing(loop);
        }

        /// <summary>A task, or a collection of them, that has a name is awaited at the end of the block that declares it.</summary>
        private bool AwaitGroup(string name)
        {
            if (_source.Model.LookupSymbols(_call.SpanStart, name: name).FirstOrDefault() is not ILocalSymbol local
                || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration
                || declaration.FirstAncestorOrSelf<StatementSyntax>() is not { } declared
                || StateAccess.BodyOf(declaration) != StateAccess.BodyOf(_call))
                return false;

            var making = _call.FirstAncestorOrSelf<StatementSyntax>()!;
            if (IsTask(local.Type) && LoopAround(making) is { } loop)
                return !StatementList.Around(making).IsEmbedded && Collect(making, loop, name);

            var list = StatementList.Around(declared);
            var last = list.FindIndex(statement => statement.Span.Contains(_call.Span));
            var isSingle = IsTask(local.Type);
            if (list.IsEmbedded || last < 0 || !isSingle && !IsSequenceOfTasks(local.Type))
                return false;

            var task = isSingle ? "" : Usings.Name(_script, declared.SpanStart, "System.Threading.Tasks", "Task");
            var text = _async.AwaitOf(isSingle ? name : task + ".WhenAll(" + name + ")") + ";";
            if (_finding.JoinBefore is { } use && list.FindIndex(statement => statement.Span.Contains(use)) is var index && index > last)
                Placement.Before(_script, list[index], text);
            else if (!Placement.AtEnd(_script, list, last, text))
                return false;
            return _async.Enclosing(declared);
        }

        private static string? GroupOf(ExpressionSyntax target) => target switch
        {
            ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array } => array.Identifier.ValueText,
            IdentifierNameSyntax local => local.Identifier.ValueText,
            _ => null,
        };

        private bool IsAwaitable(ExpressionSyntax expression) => IsTask(_source.Model.GetTypeInfo(expression).Type);

        private static bool IsTask(ITypeSymbol? type) =>
            type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" } named
            && named.ContainingNamespace.ToDisplayString() is "System.Threading.Tasks" or "System.Runtime.CompilerServices";

        private static bool IsSequenceOfTasks(ITypeSymbol? type)
        {
            if (type is IArrayTypeSymbol array)
                return array.ElementType.Name == "Task";
            return type is INamedTypeSymbol named && named.AllInterfaces.Concat([named])
                .Any(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T && candidate.TypeArguments[0].Name == "Task");
        }

        private static StatementSyntax? LoopAround(StatementSyntax statement) =>
            statement.Ancestors()
                .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
                .LastOrDefault(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax) as StatementSyntax;
    }
}
