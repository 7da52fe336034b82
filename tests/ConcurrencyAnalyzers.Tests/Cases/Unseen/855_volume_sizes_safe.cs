// Each thread has its own copy of the index and writes only its own slot, and the results are read after all joins. difficulty: easy
namespace Cases.U855;

public sealed class VolumeSizes(Func<string, long> measure)
{
    public long Total(IReadOnlyList<string> volumes)
    {
        var sizes = new long[volumes.Count];
        var threads = new Thread[volumes.Count];
        for (var i = 0; i < volumes.Count; i++)
        {
            var slot = i;
            threads[i] = new Thread(() =>
            {
                try
                {
                    sizes[slot] = measure(volumes[slot]);
                }
                catch (IOException)
                {
                    sizes[slot] = 0;
                }
            });
            threads[i].Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        long total = 0;
        foreach (var size in sizes)
        {
            total += size;
        }
        return total;
    }
}
