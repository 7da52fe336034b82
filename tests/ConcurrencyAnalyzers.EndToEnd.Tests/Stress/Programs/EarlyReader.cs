// CONC3001: the result is read while the thread is still working on it
namespace Stress;

public sealed class EarlyReader
{
    private int _pages;

    private int Read()
    {
        var reader = new Thread(() =>
        {
            for (var page = 0; page < 1_000; page++)
            {
                Thread.SpinWait(50);
                _pages = page + 1;
            }
        });
        reader.Start();
        var read = _pages;
        reader.Join();
        return read;
    }

    public static int Run() => Rounds.Play(() => new EarlyReader().Read() == 1_000);
}
