// The count is set to zero, somebody else's code runs, and the count tells whether that code did what it must not. The step that
// counts is taken by whoever comes, whatever the count is.
namespace Cases.R216;

public sealed class Subscription(Func<string[], string[]> onChange)
{
    private readonly object _gate = new();
    private int _calls;

    public void Change(string[] parts)
    {
        lock (_gate)
            _calls = 0;
        var chosen = onChange(parts);
        lock (_gate)
        {
            if (_calls > 0)
                throw new InvalidOperationException("not in the handler");
        }

        Assign(chosen);
    }

    public void Assign(string[] parts)
    {
        lock (_gate)
            _calls += 1;
        Console.WriteLine(parts.Length);
    }
}
