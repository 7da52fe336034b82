// Finalizers run on a thread of their own.
namespace Cases.F044;

public sealed class NativeBuffer
{
    private static int s_alive;

    public NativeBuffer() => s_alive++; // expect: RACE

    ~NativeBuffer() => s_alive--; // expect: RACE

    public static int Alive => s_alive;
}
