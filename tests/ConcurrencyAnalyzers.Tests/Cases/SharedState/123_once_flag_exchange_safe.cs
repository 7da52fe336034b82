// Interlocked.Exchange lets exactly one caller in.
namespace Cases.S123;

public sealed class Migration
{
    private int _started;
    private int _runs;

    public void Ensure(Action migrate)
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            migrate();
            _runs++;
        }
    }

    public void Load(Action migrate) => Parallel.For(0, 8, _ => Ensure(migrate));
}
