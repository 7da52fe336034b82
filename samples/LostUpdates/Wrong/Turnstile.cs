namespace LostUpdates;

/// <summary>Counts the visitors at every entrance of the building in one static counter.</summary>
internal static class Turnstile
{
    private static int s_visitors;

    public static int Visitors => s_visitors;

    public static void Enter() => s_visitors++;
}
