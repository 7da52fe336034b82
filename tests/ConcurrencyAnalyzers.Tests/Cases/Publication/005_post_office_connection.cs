// A connection is opened twice when two letters come at once, and one of them is never closed.
namespace Cases.P005;

public sealed class PostOffice : IDisposable
{
    private MemoryStream? _line;

    public async Task SendAllAsync(string[] letters)
    {
        await Task.WhenAll(letters.Select(letter => Task.Run(() => Line().CanWrite && letter.Length > 0)));
    }

    public void Dispose() => _line?.Dispose();

    private MemoryStream Line()
    {
        if (_line is null) // expect: LAZY_INIT#1
        {
            _line = new MemoryStream(); // expect: LAZY_INIT#1
        }

        return _line;
    }
}
