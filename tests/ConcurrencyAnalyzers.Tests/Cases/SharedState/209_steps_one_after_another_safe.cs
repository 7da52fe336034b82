// Steps in a list run one after the other in one task.
namespace Cases.S209;

public sealed class A
{
    private readonly List<Action> _steps = [];
    private int _a;
    public A()
    {
        _steps.Add(() => _a++);
        _steps.Add(() => _a--);
    }
    public async Task<int> RunAsync()
    {
        await Task.Run(() => { foreach (var s in _steps) s(); });
        return _a;
    }
}
