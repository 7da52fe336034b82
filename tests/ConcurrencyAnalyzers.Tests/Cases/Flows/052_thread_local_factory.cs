// The factory runs once on every thread, and the threads meet in the counter.
namespace Cases.F052;

public sealed class Slots
{
    private readonly ThreadLocal<int> _slot;
    private int _next;

    public Slots() => _slot = new ThreadLocal<int>(() => _next++); // expect: RACE

    public int Mine => _slot.Value;
}
