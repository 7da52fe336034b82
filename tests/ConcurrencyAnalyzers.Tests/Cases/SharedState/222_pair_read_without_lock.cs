// Two fields that are written together are read together without the lock.
namespace Cases.S222;

public sealed class Config
{
    private readonly object _gate = new();
    private string _host = "";
    private int _port;
    public void Update(string host, int port) { lock (_gate) { _host = host; _port = port; } }
    public (string, int) Endpoint() { lock (_gate) return (_host, _port); }
    public string Url() => $"{_host}:{_port}"; // expect: INCONSISTENT_LOCK
}
