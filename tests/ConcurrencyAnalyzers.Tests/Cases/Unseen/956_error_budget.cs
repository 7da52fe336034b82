// All accesses to the static fields, also the read for the summary, hold the one static lock. difficulty: easy
namespace Cases.U956;

public static class ErrorBudget
{
    private static readonly Lock s_gate = new();
    private static int s_requests;
    private static int s_failures;

    public static double Replay(IEnumerable<int> statusCodes)
    {
        Parallel.ForEach(statusCodes, Note);
        return FailureShare();
    }

    public static double FailureShare()
    {
        lock (s_gate)
        {
            return s_requests == 0 ? 0 : (double)s_failures / s_requests;
        }
    }

    private static void Note(int status)
    {
        bool failed = status >= 500;
        lock (s_gate)
        {
            s_requests++;
            if (failed)
            {
                s_failures++;
            }
        }
    }
}
