// CONC1003: one side adds atomically, the other does not
namespace Stress;

public sealed class Bandwidth
{
    private long _bytes;

    public void Sent(int count) => Interlocked.Add(ref _bytes, count);

    public void Received(int count) => _bytes += Window.Open(count);

    public static int Run() => Rounds.Play(() =>
    {
        var line = new Bandwidth();
        Parallel.For(0, 200_000, i =>
        {
            line.Sent(1);
            line.Received(1);
        });
        return Interlocked.Read(ref line._bytes) == 400_000;
    });
}
