namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>Names of members and flags that end something.</summary>
internal static class Teardown
{
    private static readonly string[] s_words = ["dispos", "close", "closing", "stop", "shutdown", "abort", "cancel", "disconnect", "terminat", "finaliz", "cleanup", "teardown", "complet", "clear", "reset", "quiesc"];

    public static bool Is(string name) => s_words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
