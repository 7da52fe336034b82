// The nearest wrong one: nobody has reset the count, which is to let one in.
namespace Cases.R217;

public sealed class Subscription(Func<string[], string[]> onChange)
{
    private readonly object _gate = new();
    private int _calls;

    public void Change(string[] parts)
    {
        var chosen = onChange(parts);
        lock (_gate)
        {
            if (_calls > 0)
                throw new InvalidOperationException("only once");
        }

        lock (_gate)
            _calls += 1; // expect: CHECK_THEN_ACT
        Console.WriteLine(chosen.Length);
    }

    public void Leave()
    {
        lock (_gate)
            _calls -= 1;
    }
}
