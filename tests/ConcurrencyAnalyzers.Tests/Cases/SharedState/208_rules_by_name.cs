// Rules in a dictionary count their calls, and are called in parallel.
namespace Cases.S208;

public sealed class A
{
    private readonly Dictionary<string, Func<int>> _rules;
    private int _calls;
    public A()
    {
        _rules = new()
        {
            ["a"] = () => ++_calls, // expect: RACE
            ["b"] = () => 2,
        };
    }
    public int[] Run(string[] names) => names.AsParallel().Select(n => _rules[n]()).ToArray();
}
