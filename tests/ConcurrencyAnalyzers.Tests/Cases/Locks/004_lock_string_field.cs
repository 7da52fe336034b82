// Equal literals are one object for the whole process.
namespace Cases.L004;

public class Doorbell
{
    private readonly string _key = "doorbell";
    private int _rings;

    public void Ring()
    {
        lock (_key) // expect: LOCK_MISUSE
        {
            _rings++;
        }
    }

    public void Visit(int guests) => Parallel.For(0, guests, _ => Ring());
}
