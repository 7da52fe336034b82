// One page after the other; and a text, of which one copy is as good as another.
namespace Cases.Publication.S132;

public sealed class Printer : IDisposable
{
    public static async Task<Printer> OpenAsync(string port)
    {
        await Task.Delay(10).ConfigureAwait(false);
        return new Printer();
    }

    public Task PrintAsync(string page) => Task.Delay(page.Length);

    public void Dispose()
    {
    }
}

public sealed class PrintShop(string port, Func<Task<string>> readHeader)
{
    private Printer? _printer;
    private string? _header;

    public async Task PrintAsync(string page)
    {
        _printer ??= await Printer.OpenAsync(port).ConfigureAwait(false);
        await _printer.PrintAsync(page).ConfigureAwait(false);
    }

    public async Task PrintAllAsync(string[] pages)
    {
        foreach (var page in pages)
        {
            await PrintAsync(page);
        }
    }

    public async Task<int> MeasureAsync(string page)
    {
        _header ??= await readHeader().ConfigureAwait(false);
        return _header.Length + page.Length;
    }

    public Task<int[]> MeasureAllAsync(string[] pages) => Task.WhenAll(pages.Select(MeasureAsync));
}
