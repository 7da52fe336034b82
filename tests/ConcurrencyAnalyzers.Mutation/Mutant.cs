using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>What is taken away.</summary>
internal enum MutationKind
{
    /// <summary>A <c>lock</c> statement; its body stays.</summary>
    Lock,

    /// <summary>An Interlocked call; a plain operation takes its place.</summary>
    Atomic,

    /// <summary>The <c>await</c> before a statement's task.</summary>
    Await,

    /// <summary>A statement that waits for a thread or task.</summary>
    Join,

    /// <summary>A statement that waits for a signal.</summary>
    Wait,
}

/// <summary>What the code that is left still says about how it ought to be.</summary>
internal enum Evidence
{
    /// <summary>Enough: other members still do it right, and what is broken here can do harm.</summary>
    Enough,

    /// <summary>One word is read or overwritten, which .NET does whole: stale at worst.</summary>
    Word,

    /// <summary>Enough is left, but what has lost its lock is the member that ends the object.</summary>
    Ending,

    /// <summary>Too few other places are left to tell what is right.</summary>
    Little,
}

/// <summary>One program that is wrong in one place.</summary>
/// <param name="Members">Where a finding counts: the member changed, and helpers that relied on it.</param>
/// <param name="States">The states that have lost their protection, for people to read.</param>
internal sealed record Mutant(MutationKind Kind, Evidence Evidence, SyntaxTree Tree, TextSpan Place, IReadOnlyList<TextChange> Changes, IReadOnlyList<TextSpan> Members, string States)
{
    public int Line => Tree.GetLineSpan(Place).StartLinePosition.Line + 1;
}

/// <summary>What became of a mutant.</summary>
/// <param name="Findings">The findings that the program without the change does not have, where they count.</param>
internal sealed record Verdict(bool Compiles, IReadOnlyList<Diagnostic> Findings)
{
    public bool IsReported => Findings.Count > 0;
}
