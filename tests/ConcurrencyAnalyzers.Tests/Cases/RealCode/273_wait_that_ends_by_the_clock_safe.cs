// The loop ends by the clock, whatever it sees of the state.
namespace Cases.R273;

public sealed class Line
{
    private int _state;
    private Thread? _reader;

    public void Open()
    {
        _reader = new Thread(() =>
        {
            Thread.Sleep(10);
            _state = 1;
        });
        _reader.Start();
    }

    public bool WaitForAnswer()
    {
        var until = DateTime.UtcNow.AddSeconds(20);
        while (_state == 0 && DateTime.UtcNow < until)
            Thread.Sleep(100);
        return _state == 1;
    }

    public void Close() => _reader?.Join();
}
