// A worker publishes its progress; the caller shows it with Volatile.Read until the task has ended.
namespace Cases.S134;

public sealed class Copier
{
    private int _percent;

    public async Task CopyAsync(Stream from, Stream to, long length)
    {
        var copy = Task.Run(() =>
        {
            var buffer = new byte[4096];
            long done = 0;
            int n;
            while ((n = from.Read(buffer)) > 0)
            {
                to.Write(buffer, 0, n);
                done += n;
                Volatile.Write(ref _percent, (int)(done * 100 / length));
            }
        });
        while (await Task.WhenAny(copy, Task.Delay(500)) != copy)
        {
            Console.WriteLine(Volatile.Read(ref _percent));
        }

        await copy;
    }
}
