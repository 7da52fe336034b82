// A handler that is added once the field is set: the stream is complete without it.
namespace Cases.R283;

public sealed class Stream1
{
    public event EventHandler? Warned;

    public int Read() => 1;

    public void Warn() => Warned?.Invoke(this, EventArgs.Empty);
}

public sealed class Client
{
    private Stream1? _stream;
    private Task? _watch;

    public void Connect()
    {
        if (_stream is null)
        {
            _stream = new Stream1();
            _stream.Warned += (_, _) => Console.WriteLine("warned");
        }
    }

    public void Watch() => _watch = Task.Run(() =>
    {
        for (var i = 0; i < 10; i++)
            Console.WriteLine(_stream?.Read());
    });

    public Task? End() => _watch;
}
