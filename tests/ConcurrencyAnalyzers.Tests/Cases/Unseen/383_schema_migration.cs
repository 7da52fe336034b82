// The once-flag is tested and set by two separate atomic calls: two nodes can both pass the test and migrate. difficulty: medium
namespace Cases.U383;

public sealed class SchemaMigration(Action<string> execute)
{
    private int _started;

    public bool RunOnce(string script)
    {
        if (Volatile.Read(ref _started) == 1) // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, LAZY_INIT?, RACE?
        {
            return false;
        }
        Interlocked.Exchange(ref _started, 1); // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, LAZY_INIT?, RACE?
        execute(script);
        return true;
    }

    public int RunOnAll(IReadOnlyList<string> nodes, string script)
    {
        int migrated = 0;
        Parallel.ForEach(nodes, _ =>
        {
            if (RunOnce(script))
            {
                Interlocked.Increment(ref migrated);
            }
        });
        return migrated;
    }
}
