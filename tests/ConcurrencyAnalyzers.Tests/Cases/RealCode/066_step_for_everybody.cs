// The nearest wrong one: whoever binds changes the state himself.
namespace Cases.R066;

public sealed class LocalChannel
{
    private volatile int _bound;

    public int Bound => _bound;

    public void Bind(int port) => _bound |= 1 << port; // expect: NON_ATOMIC
}
