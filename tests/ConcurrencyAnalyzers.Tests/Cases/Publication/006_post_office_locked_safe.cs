// The check and the assignment are one region.
namespace Cases.P006;

public sealed class PostOffice : IDisposable
{
    private readonly Lock _gate = new();
    private MemoryStream? _line;

    public async Task SendAllAsync(string[] letters)
    {
        await Task.WhenAll(letters.Select(letter => Task.Run(() => Line().CanWrite && letter.Length > 0)));
    }

    public void Dispose() => _line?.Dispose();

    private MemoryStream Line()
    {
        lock (_gate)
        {
            if (_line is null)
            {
                _line = new MemoryStream();
            }

            return _line;
        }
    }
}
