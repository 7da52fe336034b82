// When the printer is offline the method returns without releasing the semaphore; the next caller waits for ever. difficulty: medium
namespace Cases.U805;

public interface IPrinter
{
    Task<bool> IsOnlineAsync();

    Task SendAsync(string document);
}

public sealed class PrinterQueue(IPrinter printer)
{
    private readonly SemaphoreSlim _device = new(1, 1);

    public async Task<bool> PrintAsync(string document, CancellationToken cancel)
    {
        await _device.WaitAsync(cancel); // expect: LEAKED_LOCK?
        if (!await printer.IsOnlineAsync())
        {
            Console.Error.WriteLine($"printer offline, {document} rejected");
            return false;
        }
        try
        {
            await printer.SendAsync(document);
            return true;
        }
        finally
        {
            _device.Release();
        }
    }
}
