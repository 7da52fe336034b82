// Steps in a list run at once on one field.
namespace Cases.S207;

public sealed class A
{
    private readonly List<Action> _steps = [];
    private int _a;
    public A()
    {
        _steps.Add(() => _a++); // expect: RACE
        _steps.Add(Count);
    }
    private void Count() => _a++; // expect: RACE
    public void Run()
    {
        var threads = new List<Thread>();
        foreach (var step in _steps)
        {
            var thread = new Thread(() => step());
            thread.Start();
            threads.Add(thread);
        }
        foreach (var t in threads) t.Join();
        Console.WriteLine(_a);
    }
}
