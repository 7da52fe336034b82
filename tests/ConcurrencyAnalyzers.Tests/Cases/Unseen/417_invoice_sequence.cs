// ??= on a static field is not atomic: two threads make a sequence each and both hand out number one. difficulty: medium
namespace Cases.U417;

public sealed class InvoiceSequence(int start)
{
    private int _last = start;

    public int Next() => Interlocked.Increment(ref _last);
}

public static class Invoicing
{
    private static InvoiceSequence? s_sequence;

    private static InvoiceSequence Sequence => s_sequence ??= new InvoiceSequence(1000); // expect: LAZY_INIT, RACE?

    public static int[] Issue(int count)
    {
        var numbers = new int[count];
        Parallel.For(0, count, i => numbers[i] = Sequence.Next());
        return numbers;
    }
}
