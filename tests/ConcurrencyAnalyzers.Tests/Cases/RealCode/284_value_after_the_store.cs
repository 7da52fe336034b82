// The nearest wrong one: the name is given to the stream when others can have it already.
namespace Cases.R284;

public sealed class Stream2
{
    public string Name { get; set; } = "";

    public int Read() => Name.Length;
}

public sealed class Client
{
    private Stream2? _stream;
    private Task? _watch;

    public void Connect()
    {
        if (_stream is null)
        {
            _stream = new Stream2(); // expect: LAZY_INIT
            _stream.Name = "line";
        }
    }

    public void Watch() => _watch = Task.Run(() =>
    {
        for (var i = 0; i < 10; i++)
            Console.WriteLine(_stream?.Read());
    });

    public Task? End() => _watch;
}
