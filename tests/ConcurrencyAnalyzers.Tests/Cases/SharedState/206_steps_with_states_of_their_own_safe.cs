// Steps in a list run at once, each on a field of its own.
namespace Cases.S206;

public sealed class A
{
    private readonly List<Action> _steps = [];
    private int _a, _b;
    public A()
    {
        _steps.Add(() => _a++);
        _steps.Add(CountB);
    }
    private void CountB() => _b++;
    public async Task<int> RunAsync()
    {
        await Task.WhenAll(_steps.Select(s => Task.Run(s)));
        return _a + _b;
    }
}
