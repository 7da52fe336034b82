// The count is atomic, and what the finalizer does to its own object nobody else can do any more.
namespace Cases.F045;

public sealed class NativeBuffer
{
    private static int s_alive;
    private int _uses;

    public NativeBuffer() => Interlocked.Increment(ref s_alive);

    ~NativeBuffer()
    {
        _uses++;
        Interlocked.Decrement(ref s_alive);
    }

    public void Use() => _uses++;
}
