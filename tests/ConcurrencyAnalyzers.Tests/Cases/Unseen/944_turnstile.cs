// volatile orders the accesses but does not make ++ one step: visitors who pass at the same time are counted once. difficulty: easy
namespace Cases.U944;

public sealed class Turnstile
{
    private volatile int _visitors;

    public int OpenGates(int gates, Func<int, bool> nextVisitor)
    {
        var threads = new List<Thread>();
        foreach (int gate in Enumerable.Range(1, gates))
        {
            var thread = new Thread(() =>
            {
                while (nextVisitor(gate))
                {
                    _visitors++; // expect: NON_ATOMIC, RACE?
                }
            });
            thread.Start();
            threads.Add(thread);
        }
        threads.ForEach(t => t.Join());
        return _visitors;
    }
}
