// The nearest wrong one: the constructor starts the thread before it makes what the thread fills.
namespace Cases.R304;

public sealed class Line
{
    private readonly Thread _reader;
    private readonly List<int> _lengths;

    public Line(Func<int> receive)
    {
        _reader = new Thread(() =>
        {
            for (var i = 0; i < 10; i++)
                _lengths!.Add(receive());
        });
        _reader.Start(); // expect: LAZY_INIT#1
        _lengths = new List<int>(); // expect: LAZY_INIT#1, RACE?
    }

    public void End() => _reader.Join();
}
