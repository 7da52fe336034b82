// The server raises its event from pool threads; the handler adds to a plain list.
namespace Cases.S137;

public sealed class ChatServer
{
    public event Action<string>? Message;

    public void Receive(string text) => ThreadPool.QueueUserWorkItem(_ => Message?.Invoke(text));
}

public sealed class Transcript
{
    private readonly List<string> _lines = [];

    public Transcript(ChatServer server)
    {
        server.Message += text => _lines.Add(text); // expect: RACE
    }

    public int Count => _lines.Count;

    public static Transcript Listen(IEnumerable<string> texts)
    {
        var server = new ChatServer();
        var transcript = new Transcript(server);
        foreach (var text in texts)
        {
            server.Receive(text);
        }

        return transcript;
    }
}
