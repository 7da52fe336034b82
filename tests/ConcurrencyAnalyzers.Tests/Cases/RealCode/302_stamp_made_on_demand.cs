// The nearest wrong one: what is kept is drawn, and two that find none hand out two.
namespace Cases.R302;

public sealed class Letter
{
    private int _stamp;
    private bool _isMade;

    public int Stamp()
    {
        if (Volatile.Read(ref _isMade))
            return _stamp;
        var made = Random.Shared.Next();
        Volatile.Write(ref _stamp, made);
        Volatile.Write(ref _isMade, true); // expect: NON_ATOMIC
        return made;
    }
}
