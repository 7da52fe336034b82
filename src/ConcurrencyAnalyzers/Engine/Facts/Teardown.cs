namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Names that speak of an end.</summary>
internal static class Teardown
{
    private static readonly string[] s_words = ["dispos", "close", "closing", "stop", "shutdown", "abort", "cancel", "disconnect", "terminat", "finaliz", "cleanup", "teardown", "complet", "clear", "reset", "quiesc"];

    /// <summary>Whether a member or a flag is named after something that ends.</summary>
    public static bool Is(string name) => s_words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether a member of that name disposes of its object, which nobody uses by then.</summary>
    public static bool Disposes(string memberName) => memberName is "Dispose" or "DisposeAsync" or "DisposeAsyncCore";

    /// <summary>Whether a member of that name ends its object.</summary>
    public static bool Ends(string memberName) => Disposes(memberName) || memberName is "Close" or "Finalize";

    /// <summary>Whether a member of that name says nothing of who uses its object beside others: all objects have one.</summary>
    public static bool IsOfEveryObject(string memberName) => memberName is "ToString" or "GetHashCode" or "Equals";
}
