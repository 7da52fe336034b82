// Guild masters seal documents in parallel; each seal gets the next number of the register. difficulty: medium
namespace Cabinet.C1414;

public static class GuildSealRegister
{
    private static readonly List<string> s_sealed = [];
    private static int s_number;

    public static int Seal(string document)
    {
        using var turn = new Mutex(); // expect: LOCK_MISUSE?, SYNC_PRIMITIVE?
        turn.WaitOne(); // expect: LOCK_MISUSE?, SYNC_PRIMITIVE?
        try
        {
            s_sealed.Add(document); // expect: RACE#1, INCONSISTENT_LOCK?
            return ++s_number; // expect: RACE#1, INCONSISTENT_LOCK?
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    public static int[] SealAll(string[] documents)
    {
        var numbers = new int[documents.Length];
        Parallel.For(0, documents.Length, i => numbers[i] = Seal(documents[i]));
        return numbers;
    }
}
