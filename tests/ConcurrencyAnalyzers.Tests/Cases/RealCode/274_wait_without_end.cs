// The nearest wrong one: nothing but the state ends the loop.
namespace Cases.R274;

public sealed class Line
{
    private int _state;
    private Thread? _reader;

    public void Open()
    {
        _reader = new Thread(() =>
        {
            Thread.Sleep(10);
            _state = 1; // expect: RACE#1
        });
        _reader.Start();
    }

    public bool WaitForAnswer()
    {
        while (_state == 0) // expect: RACE#1
            Thread.Sleep(100);
        return true;
    }

    public void Close() => _reader?.Join();
}
