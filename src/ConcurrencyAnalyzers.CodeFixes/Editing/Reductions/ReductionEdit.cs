using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Reductions;

/// <summary>
/// Gives each thread of a parallel loop a value of its own, and joins them at the end of the thread's work:
/// <c>Parallel.For(0, n, i => sum += f(i))</c> becomes
/// <c>Parallel.For(0, n, () => 0, (i, _, localSum) => localSum + f(i), localSum => Interlocked.Add(ref sum, localSum))</c>.
/// </summary>
internal sealed class ReductionEdit
{
    private readonly SourceView _source;
    private readonly ParallelLoop _loop;
    private readonly IReadOnlyList<Reduction> _reductions;
    private readonly Gate? _gate;
    private readonly StateAccess _access;
    private readonly EditScript _script;
    private readonly string _own;

    private ReductionEdit(SourceView source, ParallelLoop loop, IReadOnlyList<Reduction> reductions, Gate? gate, StateAccess access)
    {
        _source = source;
        _loop = loop;
        _reductions = reductions;
        _gate = gate;
        _access = access;
        _script = new(source, reductions.Count == 1 ? $"Give each thread its own '{reductions[0].Symbol.Name}'" : "Give each thread its own results");
        var bare = GateNames.Bare(reductions[0].Symbol.Name);
        _own = GateNames.ForLocal(loop.Call, reductions.Count == 1 ? "local" + char.ToUpperInvariant(bare[0]) + bare.Substring(1) : "local");
    }

    private Layout Layout => _source.Layout;

    private bool IsTuple => _reductions.Count > 1;

    public static EditScript? Plan(SourceView source, Finding finding)
    {
        if (finding.Has(Rules.FixFacts.Elsewhere) || StateAccess.All(source, finding) is not { } accesses || ParallelLoop.Around(source.Model, accesses.Select(access => access.Reference)) is not { } loop
            || source.Targets.AnyChecked || loop.Body.Ancestors().Any(node => node.Kind() is SyntaxKind.CheckedStatement or SyntaxKind.CheckedExpression)
            || accesses.Any(access => access.Receiver is not null && !access.Symbol.IsStatic))
            return null;

        var symbol = accesses[0].Symbol;
        if (!OtherStates.IsOutside(symbol, loop.Body) || Reduction.Of(source.Model, symbol, loop.Body) is not { } main || main.Uses.Count < accesses.Count)
            return null;

        var reductions = new List<Reduction> { main };
        foreach (var other in OtherStates.ChangedIn(source, loop.Body, symbol))
        {
            if (other is IFieldSymbol == symbol is IFieldSymbol && Reduction.Of(source.Model, other, loop.Body) is { } reduction)
                reductions.Add(reduction);
        }

        if (reductions.Count > 1)
            reductions = [.. reductions.OrderBy(reduction => reduction.Steps.Min(step => step.SpanStart))];
        if (reductions.Count > 1 && (!source.Targets.HaveLanguage(703) || reductions.Count > 7 || reductions.Select(reduction => GateNames.Bare(reduction.Symbol.Name)).Distinct().Count() < reductions.Count))
            reductions = [main];

        var needsGate = reductions.Any(reduction => !IsAtomic(source, reduction));
        var gate = needsGate ? Gate.Choose(source, finding, accesses) : null;
        if (needsGate && gate is not { IsMonitor: true })
            return null;
        var edit = new ReductionEdit(source, loop, reductions, gate, accesses[0]);
        return edit.Write() ? edit._script : null;
    }

    /// <summary>
    /// Whether the loop shares nothing else that changes, so that with own values its rounds have nothing left to wait for.
    /// </summary>
    public static bool IsEnough(SourceView source, Finding finding) =>
        StateAccess.All(source, finding) is { } accesses && ParallelLoop.Around(source.Model, accesses.Select(access => access.Reference)) is { } loop
        && OtherStates.ChangedIn(source, loop.Body, accesses[0].Symbol).All(other => Reduction.Of(source.Model, other, loop.Body) is not null)
        && !loop.Body.DescendantNodes().Any(node => node is LockStatementSyntax);

    private static bool IsAtomic(SourceView source, Reduction reduction) =>
        reduction.AtomicJoin is { } method && source.Targets.HaveRefMethod("System.Threading.Interlocked", method, reduction.Type.SpecialType);

    private bool Write()
    {
        if (Neutral() is not { } neutral || Parameters() is not { } parameters)
            return false;

        var body = _loop.Body;
        var header = body switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Span,
            ParenthesizedLambdaExpressionSyntax list => list.ParameterList.Span,
            _ => default,
        };
        var anchor = _loop.Call.Ancestors().First(node => node is StatementSyntax or MemberDeclarationSyntax);
        var lines = Layout.OwnLines(anchor, anchor);
        _script.Insert(body.SpanStart, "() => " + neutral + "," + (Layout.StartsLine(body.SpanStart) ? Layout.NewLine + Layout.IndentAt(body.SpanStart) : " "));
        _script.Replace(header, parameters);
        foreach (var reduction in _reductions)
        {
            foreach (var use in reduction.Uses)
                _script.Settle(use.Span);
        }

        if (body.Block is { } block)
            WriteBlock(block);
        else if (!WriteExpression(body.ExpressionBody!, lines))
            return false;

        _gate?.Declare(_script);
        _script.Insert(body.Span.End, "," + (Layout.StartsLine(body.SpanStart) ? Layout.NewLine + Layout.IndentAt(body.SpanStart) : " ") + Join(lines));
        return true;
    }

    private string? Neutral()
    {
        var values = new List<string>();
        foreach (var reduction in _reductions)
        {
            if (_source.NameOf(reduction.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), _loop.Body.SpanStart) is not { } type)
                return null;
            values.Add((IsTuple ? GateNames.Bare(reduction.Symbol.Name) + ": " : "") + reduction.Neutral(type));
        }

        return IsTuple ? "(" + string.Join(", ", values) + ")" : values[0];
    }

    private string? Parameters()
    {
        var given = _loop.Parameters;
        var typed = given[0].Type is not null;
        var texts = given.Select(parameter => parameter.ToString()).ToList();
        if (texts.Count == 1)
        {
            var taken = _loop.Body.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "_");
            var name = taken && !(given[0].Identifier.ValueText == "_" && _source.Targets.HaveLanguage(900)) ? GateNames.ForLocal(_loop.Call, "loopState") : "_";
            texts.Add(typed ? Usings.Name(_script, _loop.Body.SpanStart, "System.Threading.Tasks", "ParallelLoopState") + " " + name : name);
        }

        var own = _own;
        if (typed)
        {
            var types = _reductions.Select(reduction => _source.NameOf(reduction.Type, _loop.Body.SpanStart)).ToList();
            if (types.Contains(null))
                return null;
            own = (IsTuple ? "(" + string.Join(", ", types.Zip(_reductions, (type, reduction) => type + " " + GateNames.Bare(reduction.Symbol.Name))) + ")" : types[0]) + " " + own;
        }

        return "(" + string.Join(", ", texts) + ", " + own + ")";
    }

    private void WriteBlock(BlockSyntax block)
    {
        Rename();
        foreach (var jump in Work.Own(block).OfType<ReturnStatementSyntax>())
            _script.Insert(jump.ReturnKeyword.Span.End, " " + _own);
        if (_source.Model.AnalyzeControlFlow(block.Statements.First(), block.Statements.Last()) is { Succeeded: true, EndPointIsReachable: false })
            return;
        Placement.After(_script, block.Statements.Last(), "return " + _own + ";");
    }

    private bool WriteExpression(ExpressionSyntax expression, bool lines)
    {
        if (!IsTuple && Sum(expression) is { } sum)
        {
            _script.Replace(expression.Span, sum);
            return true;
        }

        if (expression.ToString().Contains("\n"))
            return false;
        Rename();
        var indent = Layout.IndentAt(_loop.Body.SpanStart);
        var inner = indent + Layout.Unit;
        var from = _loop.Body.ArrowToken.Span.End;
        if (_source.Root.DescendantTrivia(TextSpan.FromBounds(from, expression.SpanStart)).Any(trivia => trivia.Span.Start >= from && trivia.Span.End <= expression.SpanStart && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)))
            return false;
        _script.Replace(TextSpan.FromBounds(from, expression.SpanStart), lines ? Layout.OpenBlock(indent) : " { ");
        _script.Insert(expression.Span.End, lines ? ";" + Layout.NewLine + inner + "return " + _own + ";" + Layout.Close(indent) : "; return " + _own + "; }");
        return true;
    }

    /// <summary><c>sum += f(i)</c> as the function's value: <c>localSum + f(i)</c>.</summary>
    private string? Sum(ExpressionSyntax expression)
    {
        if (_reductions[0].Kind != ReductionKind.Sum)
            return null;

        switch (expression)
        {
            case PostfixUnaryExpressionSyntax step:
                return _own + (step.IsKind(SyntaxKind.PostIncrementExpression) ? " + 1" : " - 1");
            case PrefixUnaryExpressionSyntax step:
                return _own + (step.IsKind(SyntaxKind.PreIncrementExpression) ? " + 1" : " - 1");
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression } assignment
                when _source.Model.ClassifyConversion(assignment.Right, _reductions[0].Type) is { IsImplicit: true }:
                var bare = ValueUse.IsPrimary(assignment.Right) || assignment.Right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression };
                return _own + (assignment.IsKind(SyntaxKind.AddAssignmentExpression) ? " + " : " - ") + (bare ? assignment.Right.ToString() : "(" + assignment.Right + ")");
            default:
                return null;
        }
    }

    private void Rename()
    {
        foreach (var reduction in _reductions)
        {
            foreach (var use in reduction.Uses)
                _script.Replace(use.Parent is MemberAccessExpressionSyntax member && member.Name == use ? member.Span : use.Span, Own(reduction));
        }
    }

    private string Own(Reduction reduction) => IsTuple ? _own + "." + GateNames.Bare(reduction.Symbol.Name) : _own;

    /// <summary>What is done with the own values at the end.</summary>
    private string Join(bool lines)
    {
        var position = _loop.Body.SpanStart;
        // A local that is joined under a lock beside another needs no operation of its own.
        var alone = _gate is null || _reductions[0].Symbol is IFieldSymbol;
        var atomic = _reductions.Where(reduction => alone && IsAtomic(_source, reduction))
            .Select(reduction => Usings.Name(_script, position, "System.Threading", "Interlocked") + "." + reduction.AtomicJoin + "(ref " + Shared(reduction) + ", " + Own(reduction) + ")").ToList();
        var guarded = _reductions.Where(reduction => !alone || !IsAtomic(_source, reduction)).Select(reduction => reduction.Join(Shared(reduction), Own(reduction)) + ";").ToList();
        if (guarded.Count == 0 && atomic.Count == 1)
            return _own + " => " + atomic[0];

        var header = guarded.Count == 0 ? null : _gate!.Region(_access, writes: true);
        if (!lines)
            return _own + " => { " + string.Concat(atomic.Select(call => call + "; ")) + (header is null ? "" : header.OpenLine() + string.Join(" ", guarded) + header.CloseLine() + " ") + "}";

        var indent = Layout.IndentAt(_loop.Body.SpanStart);
        var inner = indent + Layout.Unit;
        var newLine = Layout.NewLine + inner;
        var statements = atomic.Select(call => call + ";").ToList();
        if (header is not null)
            statements.Add(header.Open(Layout, inner) + string.Join(newLine + Layout.Unit, guarded) + header.Close(Layout, inner));
        return Layout.Open(_own + " =>", indent) + string.Join(newLine, statements) + Layout.Close(indent);
    }

    private string Shared(Reduction reduction)
    {
        var use = reduction.Uses[0];
        return (use.Parent is MemberAccessExpressionSyntax member && member.Name == use ? member : (ExpressionSyntax)use).WithoutTrivia().ToString();
    }
}
