// GetType() gives the process-wide Type object, and another one for derived classes.
namespace Cases.L025;

public class Registry
{
    private static readonly Dictionary<string, int> s_ids = [];

    public int Register(string name)
    {
        lock (GetType()) // expect: LOCK_MISUSE
        {
            return s_ids[name] = s_ids.Count;
        }
    }

    public void All(string[] names) => Parallel.ForEach(names, n => Register(n));
}
