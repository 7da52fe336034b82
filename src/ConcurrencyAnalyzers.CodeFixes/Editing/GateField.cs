using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>The private readonly lock object of a type: found, or named and declared beside what it guards.</summary>
internal sealed class GateField
{
    private readonly Action<EditScript>? _declare;

    private GateField(string name, Action<EditScript>? declare)
    {
        Name = name;
        _declare = declare;
    }

    public string Name { get; }

    public void Declare(EditScript script) => _declare?.Invoke(script);

    /// <summary>A gate of the type; null where a field for it would change what the type is.</summary>
    /// <param name="beside">The state, before whose declaration a new gate is put; null: before the first field.</param>
    /// <param name="reuse">What will be done under the gate is short work as well, so that an existing one can be shared.</param>
    /// <param name="plainObject">The gate has to be an <c>object</c>, for <c>Monitor</c> is called on it.</param>
    /// <param name="semaphore">The gate has to be one that can be held across an await.</param>
    /// <param name="shared">Other types will take the gate too.</param>
    public static GateField? For(
        SourceView source, TypeDeclarationSyntax type, ISymbol? beside, bool needsStatic, bool plainObject = false, bool reuse = true, bool semaphore = false, bool shared = false)
    {
        if (source.Model.GetDeclaredSymbol(type) is not INamedTypeSymbol symbol || !CanHold(symbol, needsStatic))
            return null;
        if (reuse && (semaphore ? ReusableSemaphore(source, type, symbol, needsStatic) : Reusable(source, type, symbol, needsStatic, plainObject)) is { } existing)
            return new(existing, null);
        if (type.OpenBraceToken.IsMissing || type.OpenBraceToken.IsKind(SyntaxKind.None))
            return null;

        var name = GateNames.ForField(type, symbol, beside?.Name, needsStatic, shared);
        return new(name, script => Write(script, type, beside, Declaration(script, type.OpenBraceToken.Span.End, name, (shared ? "internal " : "private ") + (needsStatic ? "static readonly " : "readonly "), plainObject, semaphore)));
    }

    /// <summary>A new semaphore that lets one in, to be held over an await; null where a field would change what the type is.</summary>
    public static GateField? ForTurns(SourceView source, TypeDeclarationSyntax type, ISymbol beside, bool needsStatic) => For(source, type, beside, needsStatic, reuse: false, semaphore: true);

    /// <summary>A struct has no place for a lock, and a record compares all its fields.</summary>
    private static bool CanHold(INamedTypeSymbol type, bool needsStatic) =>
        needsStatic ? type.TypeKind is TypeKind.Class or TypeKind.Struct : type is { TypeKind: TypeKind.Class, IsRecord: false, IsStatic: false };

    /// <summary>
    /// A lock field of the type under which nothing is done but short work on the type's own data. Sharing it cannot
    /// deadlock; sharing one that is held while threads are joined or foreign code is called could.
    /// </summary>
    private static string? Reusable(SourceView source, TypeDeclarationSyntax type, INamedTypeSymbol symbol, bool needsStatic, bool plainObject)
    {
        if (symbol.DeclaringSyntaxReferences.Length > 1)
            return null;

        foreach (var declarator in type.Members.OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables))
        {
            if (source.Model.GetDeclaredSymbol(declarator) is not IFieldSymbol { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field
                || field.IsStatic != needsStatic
                || !IsLockType(field.Type, plainObject)
                || declarator.Initializer?.Value is not BaseObjectCreationExpressionSyntax)
                continue;

            var uses = type.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == field.Name && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name).Symbol, field))
                .ToList();
            if (uses.Count > 0 && uses.All(use => IsLeaf(source.Model, use)))
                return field.Name;
        }

        return null;
    }

    /// <summary>A semaphore of one that is taken and given back in this type only; a second one beside it could be taken in the opposite order.</summary>
    private static string? ReusableSemaphore(SourceView source, TypeDeclarationSyntax type, INamedTypeSymbol symbol, bool needsStatic)
    {
        if (symbol.DeclaringSyntaxReferences.Length > 1)
            return null;

        foreach (var declarator in type.Members.OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables))
        {
            if (source.Model.GetDeclaredSymbol(declarator) is IFieldSymbol { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private, Type.Name: "SemaphoreSlim" } field
                && field.IsStatic == needsStatic
                && declarator.Initializer?.Value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var count }, ..] }
                && source.Model.GetConstantValue(count) is { HasValue: true, Value: 1 })
                return field.Name;
        }

        return null;
    }

    public static bool IsLockType(ITypeSymbol type, bool plainObject) =>
        type.SpecialType == SpecialType.System_Object || !plainObject && type is { Name: "Lock", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    private static bool IsLeaf(SemanticModel model, IdentifierNameSyntax use)
    {
        ExpressionSyntax expression = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member ? member : use;
        return expression.Parent is LockStatementSyntax statement && statement.Expression == expression
            && !statement.Statement.DescendantNodes().Any(node => node is LockStatementSyntax || Work.IsForeign(model, node));
    }

    private static void Write(EditScript script, TypeDeclarationSyntax type, ISymbol? beside, string declaration)
    {
        var source = script.Source;
        var layout = source.Layout;
        var before = type.Members.OfType<FieldDeclarationSyntax>()
                .FirstOrDefault(field => beside is not null && field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == beside.Name))
            ?? type.Members.FirstOrDefault(member => member is FieldDeclarationSyntax)
            ?? type.Members.FirstOrDefault();
        var position = type.OpenBraceToken.Span.End;

        if (before is null)
        {
            var outer = layout.IndentAt(type.SpanStart);
            var rest = layout.OnOneLine(TextSpan.FromBounds(type.OpenBraceToken.SpanStart, type.CloseBraceToken.SpanStart)) ? layout.NewLine + outer : "";
            script.Insert(position, layout.NewLine + outer + layout.Unit + declaration + rest);
            return;
        }

        if (!layout.StartsLine(before.SpanStart))
        {
            script.Insert(before.SpanStart, declaration + " ");
            return;
        }

        var indent = layout.IndentAt(before.SpanStart);
        var (start, commented) = AttachedStart(source.Text, before);
        var blank = commented || before is not FieldDeclarationSyntax ? layout.NewLine : "";
        script.Insert(start, indent + declaration + layout.NewLine + blank);
    }

    private static string Declaration(EditScript script, int position, string name, string modifiers, bool plainObject, bool semaphore)
    {
        if (semaphore)
        {
            var semaphoreType = Usings.Name(script, position, "System.Threading", "SemaphoreSlim");
            return modifiers + semaphoreType + " " + name + (script.Source.Targets.HaveLanguage(900) ? " = new(1, 1);" : " = new " + semaphoreType + "(1, 1);");
        }

        return script.Source.Targets.HaveLock && !plainObject
            ? modifiers + Usings.Name(script, position, "System.Threading", "Lock") + " " + name + " = new();"
            : modifiers + "object " + name + (script.Source.Targets.HaveLanguage(900) ? " = new();" : " = new object();");
    }

    /// <summary>The start of the member's first line, or of the comment right above it.</summary>
    private static (int Start, bool Commented) AttachedStart(SourceText text, MemberDeclarationSyntax member)
    {
        var line = text.Lines.IndexOf(member.SpanStart);
        var first = line;
        foreach (var trivia in member.GetLeadingTrivia().Reverse())
        {
            if (trivia.IsDirective)
                break;
            if (trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)
                continue;
            if (text.Lines.IndexOf(trivia.Span.End - (trivia.HasStructure ? 1 : 0)) < first - 1)
                break;
            first = text.Lines.IndexOf(trivia.SpanStart);
        }

        return (text.Lines[first].Start, first < line);
    }
}
