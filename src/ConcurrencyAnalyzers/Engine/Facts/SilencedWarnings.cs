using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Warnings of others that the source silences by pragma: who silenced the same thing there has decided.</summary>
internal static class SilencedWarnings
{
    /// <summary>The compiler's and the peers' warnings about a task that is not awaited.</summary>
    private static readonly HashSet<string> s_droppedTask = new(StringComparer.OrdinalIgnoreCase) { "CS4014", "4014", "VSTHRD110", "MA0134" };

    public static bool AcceptDroppedTask(SyntaxNode node)
    {
        if (node.SyntaxTree.GetRoot() is not CSharpSyntaxNode { ContainsDirectives: true } root)
            return false;
        var silenced = false;
        for (var directive = root.GetFirstDirective(IsPragma); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective(IsPragma))
        {
            var pragma = (PragmaWarningDirectiveTriviaSyntax)directive;
            if (pragma.ErrorCodes.Any(static code => s_droppedTask.Contains(code.ToString())))
                silenced = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
        }

        return silenced;
    }

    private static bool IsPragma(DirectiveTriviaSyntax directive) => directive is PragmaWarningDirectiveTriviaSyntax;
}
