// The nearest wrong one: the method by reference is one of the program, and counts there.
namespace Cases.R290;

public sealed class Session
{
    private int _handle = 7;

    private static int Next(ref int handle) => ++handle; // expect: RACE#1

    public async Task<int> NextTwoAsync()
    {
        var one = Task.Run(() => Next(ref _handle)); // expect: RACE#1
        var two = Task.Run(() => Next(ref _handle)); // expect: RACE#1
        await Task.WhenAll(one, two);
        return _handle;
    }
}
