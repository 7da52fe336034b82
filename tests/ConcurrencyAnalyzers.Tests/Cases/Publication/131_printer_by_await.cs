// Looked for before the wait and kept after it: two first prints open two printers.
namespace Cases.Publication.S131;

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

public sealed class PrintShop(string port)
{
    private Printer? _printer;

    public async Task PrintAsync(string page)
    {
        _printer ??= await Printer.OpenAsync(port).ConfigureAwait(false); // expect: LAZY_INIT
        await _printer.PrintAsync(page).ConfigureAwait(false);
    }

    public Task PrintAllAsync(string[] pages) => Task.WhenAll(pages.Select(PrintAsync));
}
