// ??= on a static is a check and a write: two threads get two generators, and both hand out number 1. difficulty: easy
namespace Cases.U951;

public sealed class InvoiceNumbers
{
    private static InvoiceNumbers? s_instance;
    private int _last;

    public static InvoiceNumbers Instance => s_instance ??= new InvoiceNumbers(); // expect: LAZY_INIT, RACE?

    public int Next() => Interlocked.Increment(ref _last);
}

public static class BillingRun
{
    public static int[] Bill(string[] customers, Action<string, int> print)
    {
        var numbers = new int[customers.Length];
        Parallel.For(0, customers.Length, i =>
        {
            numbers[i] = InvoiceNumbers.Instance.Next();
            print(customers[i], numbers[i]);
        });
        return numbers;
    }
}
