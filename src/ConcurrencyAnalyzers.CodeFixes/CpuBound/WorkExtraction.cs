using ConcurrencyAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.CpuBound;

/// <summary>Makes a static method of a lambda's block, with the variables that it reads as parameters.</summary>
internal static class WorkExtraction
{
    /// <returns>The method's name and the arguments, as a call of the pool writes them; null where the block is more than its inputs and its result.</returns>
    public static string? Extract(EditScript script, InvocationExpressionSyntax call, LambdaExpressionSyntax lambda, BlockSyntax block)
    {
        var source = script.Source;
        var flow = source.Model.AnalyzeDataFlow(block);
        if (flow is not { Succeeded: true } || source.Model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol { ReturnType: var result }
            || !Travels.Whole(result) || source.NameOf(result, call.SpanStart) is not { } resultName
            || !new WorkerSafety(source.Model.Compilation).IsSafe(block, source.Model) || UsesInstance(source, block))
            return null;

        // What it changes outside itself would be changed in another process.
        var inputs = flow.DataFlowsIn.Where(symbol => !symbol.Locations.Any(place => block.Span.Contains(place.SourceSpan))).ToList();
        if (flow.WrittenInside.Any(symbol => !symbol.Locations.Any(place => block.Span.Contains(place.SourceSpan)))
            || inputs.Any(input => WorkerSafety.MayChange(input, block, source.Model) && TypeOf(input) is { } type && !Travels.IsImmutable(type)))
            return null;

        var parameters = new List<string>();
        foreach (var input in inputs)
        {
            if (TypeOf(input) is not { } type || !Travels.Whole(type) || source.NameOf(type, call.SpanStart) is not { } name)
                return null;
            parameters.Add(name + " " + input.Name);
        }

        var method = GateNames.ForMethod(source.Model, call, "Compute");
        if (!Write(script, call, block, resultName + " " + method + "(" + string.Join(", ", parameters) + ")"))
            return null;
        return string.Concat(new[] { method }.Concat(inputs.Select(input => input.Name)).Select((part, index) => index == 0 ? part : ", " + part));
    }

    private static bool Write(EditScript script, SyntaxNode call, BlockSyntax block, string signature)
    {
        var source = script.Source;
        var layout = source.Layout;
        if (layout.OnOneLine(block.Span) || block.Statements.Count == 0)
            return false;

        var member = call.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax);
        if (member is null)
        {
            // Top-level code: a local function behind the last statement.
            if (source.Root is not CompilationUnitSyntax unit || unit.Members.OfType<GlobalStatementSyntax>().LastOrDefault() is not { } last || layout.EndOfLine(last) is not { } behind)
                return false;
            script.Insert(behind, layout.NewLine + layout.NewLine + "static " + signature + Body(source, block, ""));
            return true;
        }

        if (member.Parent is not TypeDeclarationSyntax || layout.EndOfLine(member) is not { } end)
            return false;
        var indent = layout.IndentAt(member.SpanStart);
        script.Insert(end, layout.NewLine + layout.NewLine + indent + "private static " + signature + Body(source, block, indent));
        return true;
    }

    /// <summary>The block with its braces at the indentation; what is inside moves with them.</summary>
    private static string Body(SourceView source, BlockSyntax block, string indent)
    {
        var layout = source.Layout;
        var old = layout.IndentAt(block.CloseBraceToken.SpanStart);
        var inner = TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart);
        var moving = new HashSet<int>(layout.LineStarts(inner));
        var text = (layout.BracesOnOwnLine ? layout.NewLine + indent : " ") + "{";
        var line = source.Text.Lines.IndexOf(inner.Start);
        text += source.Text.ToString(TextSpan.FromBounds(inner.Start, Math.Min(source.Text.Lines[line].EndIncludingLineBreak, inner.End)));
        for (line++; line < source.Text.Lines.Count && source.Text.Lines[line].Start < inner.End; line++)
        {
            var content = source.Text.ToString(TextSpan.FromBounds(source.Text.Lines[line].Start, Math.Min(source.Text.Lines[line].EndIncludingLineBreak, inner.End)));
            if (content.Trim().Length == 0 && source.Text.Lines[line].EndIncludingLineBreak > inner.End)
                break;
            text += moving.Contains(source.Text.Lines[line].Start) && content.StartsWith(old, StringComparison.Ordinal) ? indent + content.Substring(old.Length) : content;
        }

        return text + indent + "}";
    }

    private static bool UsesInstance(SourceView source, SyntaxNode block) => block.DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
        source.Model.GetSymbolInfo(name).Symbol is { IsStatic: false } and (IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
        && !(name.Parent is MemberAccessExpressionSyntax member && member.Name == name)
        && name.Parent is not MemberBindingExpressionSyntax and not AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax });

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol { IsThis: false } parameter => parameter.Type,
        _ => null,
    };
}
