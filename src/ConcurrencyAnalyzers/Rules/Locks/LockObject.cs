using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.Locks;

/// <summary>CONC2001: a lock on an object that cannot serve as one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockObject() : ConcurrencyRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC2001";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Lock on an object that cannot serve as a lock",
        "This lock is taken on {0}, so {1}",
        RuleCategories.Locks,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A lock protects only when all threads lock the same object and nobody else locks it. Use a private readonly field that is used for nothing else.",
        Page("Locks", Id));

    private protected override IEnumerable<Report> Reports(Findings findings) =>
        findings.LockObjects.Select(static use => new Report(use.Place, What(use.Shape), Consequence(use.Shape)));

    private static string What(LockObjectShape shape) => shape switch
    {
        LockObjectShape.This => "'this'",
        LockObjectShape.TypeObject => "a Type object",
        LockObjectShape.String => "a string",
        LockObjectShape.Boxed => "a boxed value",
        LockObjectShape.PublicField => "a public field",
        LockObjectShape.UnsharedLocal => "an object that only this call knows",
        LockObjectShape.Replaced => "a field that gets another object",
        _ => "a new object",
    };

    private static string Consequence(LockObjectShape shape) => shape switch
    {
        LockObjectShape.This => "any code that holds a reference to the object can take it too and block or deadlock this code",
        LockObjectShape.PublicField => "any code that sees the type can take it too and block or deadlock this code",
        LockObjectShape.TypeObject => "any code in the process can take it too and block or deadlock this code",
        LockObjectShape.String => "unrelated code that locks an equal string shares it, because equal literals are one object",
        LockObjectShape.Replaced => "threads that wait for the old object go on beside those that take the new one",
        _ => "no other thread ever waits for it and the block is not protected",
    };
}
