// The callback of BeginRead comes on a pool thread, while the caller goes on.
namespace Cases.F051;

public sealed class Receiver(Stream stream)
{
    private readonly byte[] _buffer = new byte[1024];
    private readonly List<int> _sizes = [];

    public void Start()
    {
        _sizes.Clear();
        stream.BeginRead(_buffer, 0, _buffer.Length, OnRead, null);
    }

    public int[] Sizes() => _sizes.ToArray(); // expect: RACE

    private void OnRead(IAsyncResult result)
    {
        _sizes.Add(stream.EndRead(result)); // expect: RACE
        stream.BeginRead(_buffer, 0, _buffer.Length, OnRead, null);
    }
}
