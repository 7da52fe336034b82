namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>What stands around guarded code: a <c>lock</c>, or taking the gate, <c>try</c>, and giving it back in <c>finally</c>.</summary>
/// <param name="Enter">The statement before the block; null where the header takes the gate.</param>
/// <param name="Header"><c>lock (_gate)</c> or <c>try</c>.</param>
/// <param name="Exit">The statement in <c>finally</c>; null where the end of the block gives the gate back.</param>
internal sealed record Region(string? Enter, string Header, string? Exit)
{
    public static Region Lock(string gate) => new(null, "lock (" + gate + ")", null);

    public static Region Try(string enter, string exit) => new(enter, "try", exit);

    /// <summary>Up to where the guarded code begins; the caller has written the indentation of the first line.</summary>
    public string Open(Layout layout, string indent) =>
        (Enter is null ? "" : Enter + layout.NewLine + indent) + layout.Open(Header, indent);

    public string Close(Layout layout, string indent) =>
        layout.Close(indent) + (Exit is null ? "" : layout.NewLine + indent + layout.Open("finally", indent) + Exit + layout.Close(indent));

    public string OpenLine() => (Enter is null ? "" : Enter + " ") + Header + " { ";

    public string CloseLine() => " }" + (Exit is null ? "" : " finally { " + Exit + " }");
}
