using ConcurrencyAnalyzers;

namespace Cases.K019;

[ThreadSafe]
interface IMeter
{
    void Hit();
}

sealed class Meter : IMeter
{
    private int _hits;

    public void Hit() => _hits++; // expect: CONTRACT

    public override string ToString() => _hits.ToString();
}
