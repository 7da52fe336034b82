namespace LostUpdates;

/// <summary>Counts the visitors at every entrance of the building in one static counter.</summary>
internal static class Turnstile
{
    private static volatile int s_visitors;

    public static int Visitors => s_visitors;

    /// <summary>Lets a number of visitors in; one thread an entrance.</summary>
    public static void LetIn(object? count)
    {
        for (var i = 0; i < (int)count!; i++)
            s_visitors++;
    }
}
